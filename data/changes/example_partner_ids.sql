select nextval('partner_id')::integer as id from range($count)
