select distinct id, upper(id) as spelling from location
where upper(id) in (select unnest($ids::text[]))
order by id
