-- The hashes of the files that are there.
select hash from material_file order by hash
