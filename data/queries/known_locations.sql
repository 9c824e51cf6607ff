-- The locations with one of these ids (in capitals), each once, and the gemeenten where it stands.
select id, upper(id) as spelling, list(distinct gemeente) as gemeenten
from location
where upper(id) in (select unnest($ids::text[]))
group by id
order by id
