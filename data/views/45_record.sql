-- What people wrote down about one partnership: its health checks, agreements and yearly results.
create or replace view stated_about_partnership as
select *, (content ->> 'partnership')::integer as partnership
from document
where kind in ('health_check', 'agreement', 'yearly_result');

create or replace view stated_agreement as
select *, (content ->> 'due')::date as due, (content ->> 'done_on')::date as done_on
from stated_about_partnership
where kind = 'agreement';

create or replace view stated_health_check as
select *, (content ->> 'checked_on')::date as checked_on
from stated_about_partnership
where kind = 'health_check';

-- What of this needs attention on a day, a row per partnership:
--
-- promised_on      the earliest date that passed of what was agreed and not done by that day
-- promised_soon    the earliest date from that day on, at most thirty days later
-- checked_on       the last health check by that day
--
-- Few partnerships have any of it, so this is joined as a small table.
create or replace macro recorded_on(on_date) as table
with promised as (
    select
        partnership,
        min(due) filter (due < on_date) as promised_on,
        min(due) filter (due >= on_date and due <= on_date + 30) as promised_soon
    from stated_agreement
    where due is not null and (done_on is null or done_on > on_date)
    group by partnership
),
checked as (
    select partnership, max(checked_on) as checked_on
    from stated_health_check
    where checked_on <= on_date
    group by partnership
)
select
    coalesce(promised.partnership, checked.partnership) as partnership,
    promised_on, promised_soon, checked_on
from promised
full join checked on checked.partnership = promised.partnership;
