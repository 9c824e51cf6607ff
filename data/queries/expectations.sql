-- What was expected of options beside what it turned out to be, by criterion. Of each option of a
-- decision the latest review counts, and of that the scores where both are known.
with chosen as (
    select id, decided_on, content
    from stated_decision
    where $libraries is null or library_name is null or list_contains($libraries, library)
),
labels as (
    select c.one.code as criterion, arg_max(c.one.label, (decided_on, id)) as label
    from (
        select id, decided_on, unnest(from_json(content -> '$.decision.criteria', '[{
            "code": "VARCHAR", "label": "VARCHAR"
        }]')) as one
        from chosen
    ) c
    group by all
),
expected as (
    select id as decision, one.option, one.criterion, one.score
    from (
        select id, unnest(from_json(content -> '$.decision.cells', '[{
            "option": "VARCHAR", "criterion": "VARCHAR", "score": "INTEGER"
        }]')) as one
        from chosen
    )
),
actual as (
    select decision, option, one.criterion, one.actual
    from (
        select decision, option, unnest(from_json(content -> 'scores', '[{
            "criterion": "VARCHAR", "actual": "INTEGER"
        }]')) as one
        from stated_review
        qualify rank() over (partition by decision, option order by reviewed_on desc, id desc) = 1
    )
),
known as (
    select *
    from expected
    join actual using (decision, option, criterion)
    join labels using (criterion)
    where score is not null and actual is not null
)
select criterion, label, count(*) as reviews,
    avg(score) as expected, avg(actual) as actual, avg(score - actual) as difference,
    (select count(distinct (decision, option)) from known) as of_all
from known
group by all
order by difference desc, criterion
