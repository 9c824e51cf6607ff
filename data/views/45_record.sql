-- What people wrote down about one partnership: its health checks, agreements and yearly results,
-- its step plan, how the checks of that stand, and the wishes of those who would share a building.
create or replace view stated_about_partnership as
select *, (content ->> 'partnership')::integer as partnership
from document
where kind in (
    'health_check', 'agreement', 'yearly_result', 'step_plan', 'step_check', 'wish'
);

-- What of this needs attention on a day, a row per partnership:
--
-- promised_on      the earliest date that passed of what was agreed and not done by that day
-- promised_soon    the earliest date from that day on, at most thirty days later
-- checked_on       the last health check by that day
-- step_due_on      the earliest date that passed of a check in its step plan that was not settled
--
-- One pass over the documents, and each is read once for all its parts: to read them apart took
-- twice as long. Few partnerships have any, so this is joined as a small table.
create or replace macro recorded_on(on_date) as table
with said as (
    select content ->> ['$.partnership', '$.due', '$.done_on', '$.checked_on'] as part
    from document
    where kind in ('agreement', 'health_check')
),
stated as (
    select
        part[1]::integer as partnership, part[4]::date as checked_on,
        -- Of an agreement that is done by then no date is left.
        if(part[3]::date <= on_date, null, part[2]::date) as due,
        null::date as step_due
    from said
    union all by name
    select partnership, step_due from step_overdue_on(on_date)
)
select
    partnership,
    min(due) filter (due < on_date) as promised_on,
    min(due) filter (due >= on_date and due <= on_date + 30) as promised_soon,
    max(checked_on) filter (checked_on <= on_date) as checked_on,
    min(step_due) as step_due_on
from stated
group by partnership;
