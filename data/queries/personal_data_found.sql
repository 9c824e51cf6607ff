-- Each text that names somebody: where it stands (`path` in the row), whether it is his name or
-- address and nothing else, and what is left of it without him. Two replacements, because names
-- that follow each other share what stands between them.
with near_ as materialized (
    select * from personal_row where regexp_matches(content::text, $near)
),
texts as (
    select r.* exclude (content), t.fullkey as path, t.atom ->> '$' as value
    from near_ r, json_tree(r.content) t
    where t.type = 'VARCHAR'
)
select
    *, regexp_matches(value, $whole) as is_whole,
    regexp_replace(
        regexp_replace(value, $within, $around, 'g'), $within, $around, 'g'
    ) as without
from texts
where regexp_matches(value, $within)
order by place, try_cast(id as bigint), id, logged, side, path
