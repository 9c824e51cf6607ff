select nextval('library_id')::integer as id from range($count)
