-- The partners with a name (key) in a gemeente (null: in none), other than those of $ids.
select id, name from partner
where name_key = $name_key and gemeente is not distinct from $gemeente
    and id not in (select unnest($ids::integer[]))
order by id
