-- The files that no material refers to; what the change log says of materials that were removed
-- or changed does not count. Answers what went.
delete from material_file
where hash not in (select hash from stated_material where hash is not null)
returning size
