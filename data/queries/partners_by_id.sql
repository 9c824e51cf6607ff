select id, name, type, gemeente from partner
where id in (select unnest($ids::integer[]))
order by id
