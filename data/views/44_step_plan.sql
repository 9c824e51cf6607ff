create or replace view stated_step_plan as
select id, (content ->> 'partnership')::integer as partnership,
    (content ->> 'phase')::integer as phase
from document
where kind = 'step_plan';

-- The checks of every step plan, a row each, with how each stands. A check that nobody wrote
-- anything about is open. What was written about a check that is no longer in the plan is kept,
-- but is part of nothing.
--
-- Materialized: else the content of a plan is read once more for each of its checks, which took
-- ten times as long.
create or replace view step_plan_check as
with plan as materialized (
    select
        (content ->> 'partnership')::integer as partnership,
        (content ->> 'phase')::integer as plan_phase,
        content ->> '$.checks[*].number' as numbers,
        content ->> '$.checks[*].phase' as phases
    from document
    where kind = 'step_plan'
),
held as (
    select
        partnership, plan_phase,
        unnest(numbers)::integer as number, unnest(phases)::integer as phase
    from plan
),
read as materialized (
    select content ->> ['$.partnership', '$.number', '$.state', '$.due', '$.settled_on'] as part
    from document
    where kind = 'step_check'
),
noted as (
    select
        part[1]::integer as partnership, part[2]::integer as number, part[3] as state,
        part[4]::date as due, part[5]::date as settled_on
    from read
)
select held.*, coalesce(noted.state, 'open') as state, noted.due, noted.settled_on
from held
left join noted on noted.partnership = held.partnership and noted.number = held.number;

-- Whether something was left to do on a day about a check with a date.
create or replace macro is_unsettled(state, settled_on, on_date) as
    state not in ('done', 'skipped') or coalesce(settled_on > on_date, false);

-- The earliest date before a day of what was not settled then, of each plan that has one.
create or replace macro step_overdue_on(on_date) as table
select partnership, min(due) as step_due
from step_plan_check
where due < on_date and is_unsettled(state, settled_on, on_date)
group by partnership;
