select nextval('partnership_id')::integer as id from range($count)
