-- Another name, type or gemeente for a partner, if it is still the version that the person saw.
update partner
set name = $name, name_key = $name_key, type = $type, gemeente = $gemeente,
    version = version + 1, changed_by = $who, changed_at = timezone('UTC', now())
where id = $id and version = $version
returning id
