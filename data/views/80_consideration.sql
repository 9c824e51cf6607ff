-- A session runs until it is closed or its time is over.
create or replace view session_now as
select *, closed_at is null and expires_at > timezone('UTC', now()) as running
from session;

-- The considerations as people see them: what of the table has a score (one of an option or a
-- criterion that was dropped is kept, but not counted), the last decision and the session that
-- runs. What a participant scored is no score of the consideration itself.
create or replace view consideration_now as
with stated as (
    select *, (content ->> 'library')::integer as library,
        content ->> '$.options[*].code' as options,
        list_transform(content ->> '$.options[*].partnership', lambda one: one::integer)
            as partnerships,
        content ->> '$.criteria[*].code' as criteria
    from document
    where kind = 'consideration'
),
scored as (
    select consideration, option, criterion
    from entry
    where participant is null and field = 'score'
    group by all
    having arg_max_null(value, id) is not null
),
counted as (
    select s.consideration, count(*) as cells
    from scored s
    join stated t on t.id = s.consideration
        and list_contains(t.options, s.option) and list_contains(t.criteria, s.criterion)
    group by all
),
decided as (
    select (content ->> '$.decision.consideration')::integer as consideration,
        max((content ->> '$.decision.decided_on')::date) as day
    from document
    where kind = 'decision'
    group by all
),
running as (
    select consideration, max(id) as session from session_now where running group by all
)
select
    t.id, t.name, t.name_key, t.content, t.version, t.changed_at, t.changed_by, t.library,
    t.partnerships, coalesce(c.cells, 0) as scored, d.day as decided, r.session
from stated t
left join counted c on c.consideration = t.id
left join decided d on d.consideration = t.id
left join running r on r.consideration = t.id;
