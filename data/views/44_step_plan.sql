create or replace view stated_step_plan as
select id, (content ->> 'partnership')::integer as partnership,
    (content ->> 'phase')::integer as phase
from document
where kind = 'step_plan';

-- The checks of every step plan, a row each, with how each stands. A check that nobody wrote
-- anything about is open. What was written about a check that is no longer in the plan is kept,
-- but is part of nothing.
create or replace view step_plan_check as
with held as (
    select
        (content ->> 'partnership')::integer as partnership,
        unnest(content ->> '$.checks[*].number')::integer as number,
        unnest(content ->> '$.checks[*].phase')::integer as phase
    from document
    where kind = 'step_plan'
),
read as (
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

-- The checks that were not settled on a day, with their date.
create or replace macro unsettled_on(on_date) as table
select partnership, number, phase, due
from step_plan_check
where due is not null
    and (state not in ('done', 'skipped') or coalesce(settled_on > on_date, false));
