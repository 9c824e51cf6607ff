-- A number, or the numbers in a list, of a document; what is no number is none.
create or replace macro number_in(content, path) as try_cast(content ->> path as integer);
create or replace macro numbers_in(content, path) as
    list_transform(content ->> path, lambda one: try_cast(one as integer));

-- The libraries that some documents (ids) are about: those that they name, and those of the
-- partnerships that they name. A review is about those of its decision.
--
-- is_about   it names a partnership, if only one that is gone
create or replace macro libraries_named_by(of_documents) as table
with said as (
    select d.id,
        [number_in(content, '$.library')]
            || numbers_in(content, '$.imagined[*].library')
            || numbers_in(content, '$.filters.libraries[*]') as libraries,
        [number_in(content, '$.partnership')]
            || numbers_in(content, '$.options[*].partnership')
            || numbers_in(content, '$.decision.options[*].partnership')
            || numbers_in(content, '$.stopped[*]')
            || numbers_in(content, '$.efforts[*].partnership') as partnerships,
        if(d.kind = 'decision', content ->> '$.decision.library', null) as library_name,
        if(d.kind = 'review', number_in(content, '$.decision'), null) as decision
    from document d
    where list_contains(of_documents, d.id)
),
found as (
    select id, unnest(libraries) as library from said
    union all
    select s.id, p.library
    from (select id, unnest(partnerships) as partnership from said) s
    join partnership p on p.id = s.partnership
    union all
    select s.id, l.id from said s join library l on l.name = s.library_name
    union all
    select s.id, unnest(d.libraries) from said s join document d on d.id = s.decision
)
select
    s.id, coalesce(list_sort(list(distinct f.library) filter (f.library is not null)), [])
        as libraries,
    bool_or(
        s.decision is not null
        or len(list_filter(s.partnerships, lambda one: one is not null)) > 0
    ) as is_about
from said s
left join found f on f.id = s.id
group by s.id;
