-- The libraries with their werkgebied and size.
select
    l.id, l.name, l.gemeenten, l.is_example, l.version,
    count(p.id) filter (p.removed_at is null) as partnerships
from library l left join partnership p on p.library = l.id
group by l.id, l.name, l.gemeenten, l.is_example, l.version
order by l.name
