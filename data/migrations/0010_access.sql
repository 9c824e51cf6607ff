-- Whose a document is, and whose a batch of the change log: the libraries that it is about. Only
-- who sees all of these sees the document; null: it is for everybody, []: for who sees everything.
-- At the end of a change data/changes/mark_*.sql say it of what was written; of what is there
-- already this does.

alter table document add column libraries integer[];
alter table batch add column libraries integer[];

create temp macro number_in(content, path) as try_cast(content ->> path as integer);
create temp macro numbers_in(content, path) as
    list_transform(content ->> path, lambda one: try_cast(one as integer));

create temp table named as
with said as (
    select d.id,
        [number_in(content, '$.library')]
            || numbers_in(content, '$.imagined[*].library')
            || numbers_in(content, '$.filters.libraries[*]') as libraries,
        [number_in(content, '$.partnership')]
            || numbers_in(content, '$.options[*].partnership')
            || numbers_in(content, '$.decision.options[*].partnership')
            || numbers_in(content, '$.stopped[*]')
            || numbers_in(content, '$.efforts[*].partnership') as partnerships
    from document d
),
found as (
    select id, unnest(libraries) as library from said
    union all
    select s.id, p.library
    from (select id, unnest(partnerships) as partnership from said) s
    join partnership p on p.id = s.partnership
    union all
    select d.id, l.id
    from document d join library l on l.name = d.content ->> '$.decision.library'
    where d.kind = 'decision'
)
select
    s.id, coalesce(list_sort(list(distinct f.library) filter (f.library is not null)), [])
        as libraries,
    bool_or(len(list_filter(partnerships, lambda one: one is not null)) > 0) as is_about
from said s
left join found f on f.id = s.id
group by s.id;

update document
set libraries = case
    when len(n.libraries) > 0 or n.is_about then n.libraries
    when document.kind in (
        'material', 'hidden_guide', 'criteria_set', 'partner_alias', 'distinct_partners',
        'contact_person', 'assessment'
    ) then null
    else []
end
from named n
where n.id = document.id;
update document
set libraries = d.libraries
from document d
where document.kind = 'review' and d.kind = 'decision'
    and d.id = number_in(document.content, '$.decision');

create temp table logged as
select batch, entity, unnest([
    if(entity = 'partnership', number_in(before, '$.library'), null),
    if(entity = 'partnership', number_in(after, '$.library'), null),
    if(entity = 'library', try_cast(entity_id as integer), null)
]) as library
from change
union all
select c.batch, c.entity, unnest(d.libraries)
from change c join document d on d.id = try_cast(c.entity_id as integer)
where c.entity = 'document'
union all
select c.batch, c.entity, p.library
from change c
join (select library, unnest(partners) as partner from partnership) p
    on p.partner = try_cast(c.entity_id as integer)
where c.entity = 'partner';
update batch
set libraries = coalesce((
    select list_sort(list(distinct l.library)) from logged l
    where l.batch = batch.id and l.library is not null
), []);
update batch set libraries = null
where id in (
    select batch from change group by batch
    having bool_and(entity in ('location', 'register_load'))
);
drop table logged;
drop table named;
drop macro number_in;
drop macro numbers_in;
