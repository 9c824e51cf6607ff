-- A new werkgebied or name for a library, if it is still the version that the person saw.
update library
set
    name = $name, name_key = $name_key, gemeenten = $gemeenten, version = version + 1,
    changed_by = $who, changed_at = timezone('UTC', now())
where id = $id and version = $version
returning id
