delete from partner where id in (select unnest($gone::integer[]))
returning id
