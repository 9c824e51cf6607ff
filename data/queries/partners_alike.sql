-- What partners are compared by to find doubles: all of them, with the libraries that work with
-- each and how many partnerships it has, of any status.
select
    p.id, p.name, p.type, p.gemeente, g.name as gemeente_name, p.version,
    count(o.partnership) as partnerships,
    coalesce(list(distinct l.name order by l.name) filter (l.name is not null), []) as libraries
from partner p
left join gemeente g on g.code = p.gemeente
left join partnership_partner o on o.partner = p.id
left join partnership s on s.id = o.partnership
left join library l on l.id = s.library
group by p.id, p.name, p.type, p.gemeente, g.name, p.version
order by p.id
