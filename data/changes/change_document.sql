-- Another name or content for a document, if it is still the version that the person saw.
update document
set
    name = $name, name_key = $name_key, content = $content, version = version + 1,
    changed_by = $who, changed_at = timezone('UTC', now())
where id = $id and kind = $kind and version = $version
returning id
