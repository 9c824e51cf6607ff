-- Who own partnerships of a library, those with most first.
select owner from partnership
where library = $library and owner is not null and removed_at is null
group by owner
order by count(*) desc, owner
limit $limit
