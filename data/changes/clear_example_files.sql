-- The files that came with the example, but those that a material has that people made.
delete from material_file
where added_by = 'voorbeeld'
    and sha256 not in (select sha256 from stated_material where sha256 is not null)
