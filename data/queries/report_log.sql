-- What the change log says since a report: how many partnerships were entered, changed and removed,
-- in how many changes. Since the change of the data that it was made after ($batch), or where that
-- is not known since a day.
select
    count(distinct c.batch) as batches,
    count(distinct c.entity_id) filter (c.before is null) as entered,
    count(distinct c.entity_id) filter (
        c.before is not null and c.after ->> 'removed_at' is null
    ) as changed,
    count(distinct c.entity_id) filter (
        c.after ->> 'removed_at' is not null and c.before ->> 'removed_at' is null
    ) as removed
from change c
join batch b on b.id = c.batch
where c.entity = 'partnership'
    and if($batch is null, b.made_at >= $since, c.batch > $batch)
    and (
        $libraries is null
        or list_contains($libraries, (coalesce(c.after, c.before) ->> 'library')::integer)
    )
