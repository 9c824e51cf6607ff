-- The files that no material refers to; what the change log says of materials that were removed
-- or changed does not count. Answers what went.
delete from material_file
where sha256 not in (select sha256 from stated_material where sha256 is not null)
returning size
