insert into status_period
with step as (
    select id, unnest(history) as step from incoming
)
select
    id, step.status,
    coalesce(step.since, date '-infinity') as valid_from,
    coalesce(lead(step.since) over (
        partition by id order by coalesce(step.since, date '-infinity')
    ), date 'infinity') as valid_to
from step
