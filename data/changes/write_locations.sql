insert into location by name
select *, true as in_register from incoming_locations
on conflict (register, id) do update set
    name = excluded.name, gemeente = excluded.gemeente, in_register = true,
    place = if($has_place, excluded.place, location.place),
    kind = if($has_kind, excluded.kind, location.kind),
    size = if($has_size, excluded.size, location.size)
