-- The files that came with the example, but those that a material has that people made.
delete from material_file
where added_by = 'voorbeeld'
    and hash not in (select hash from stated_material where hash is not null)
