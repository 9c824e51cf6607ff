-- Another name or content for a scenario, if it is still the version that the person saw.
update scenario
set
    name = $name, name_key = $name_key, content = $content, version = version + 1,
    changed_by = $who, changed_at = timezone('UTC', now())
where id = $id and version = $version
returning id
