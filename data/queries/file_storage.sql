-- How many files there are and what they take together, and how many of them no material has now.
select
    count(*) as files, coalesce(sum(size), 0)::bigint as size,
    count(*) filter (not used) as unused_files,
    coalesce(sum(size) filter (not used), 0)::bigint as unused_size
from (
    select size, sha256 in (
        select sha256 from stated_material where sha256 is not null
    ) as used
    from material_file
)
