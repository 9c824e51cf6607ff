-- The partnerships whose figures follow from the rows that a change wrote. A partner or library
-- that changed touches each partnership that it is in.
select unnest($partnerships::integer[]) as id
union
select id from partnership
where library in (select unnest($libraries::integer[]))
    or list_has_any(partners, $partners::integer[])
