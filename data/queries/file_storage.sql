-- How many files there are and what they take together, and how many of them no material has now.
select
    count(*) as files, coalesce(sum(size), 0)::bigint as size,
    count(*) filter (not used) as unused_files,
    coalesce(sum(size) filter (not used), 0)::bigint as unused_size
from (
    select size, hash in (
        select hash from stated_material where hash is not null
    ) as used
    from material_file
)
