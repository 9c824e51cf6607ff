-- One partner as it is stored, with the name of its gemeente, the other names that it is found
-- under and the locations that it is linked to; no row when there is none.
select
    p.id, p.name, p.type, p.gemeente, g.name as gemeente_name,
    p.version, p.changed_at, p.changed_by,
    coalesce((
        select list(a.name order by a.name) from partner_alias a
        where a.partner = p.id and a.name_key <> p.name_key
    ), []) as aliases,
    coalesce((
        select list({
            'register': k.register, 'id': k.location, 'name': l.name, 'place': l.place,
            'gemeente': lg.name, 'in_register': coalesce(l.in_register, false)
        } order by k.register, k.location)
        from location_link k
        left join location l on l.register = k.register and l.id = k.location
        left join gemeente lg on lg.code = l.gemeente
        where k.partner = p.id
    ), []) as locations
from partner p
left join gemeente g on g.code = p.gemeente
where p.id = $id
