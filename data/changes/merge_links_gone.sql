delete from location_link where partner in (select unnest($gone::integer[]))
returning partner as id
