-- Every partnership that has one of these partners, as it is stored, those that were removed too:
-- what is put back later must name partners that there are.
select * from partnership
where list_has_any(partners, $ids::integer[])
order by id
