-- Partners to pick one of by hand, those that have each of the $words (name keys; null: all) in
-- their name or gemeente, by name; one by its id where $id is given.
select
    p.id, p.name, p.type, p.gemeente, g.name as gemeente_name, p.version,
    (select count(*) from partnership_partner o where o.partner = p.id) as partnerships
from partner p
left join gemeente g on g.code = p.gemeente
where ($id is null or p.id = $id) and has_words($words, p.name_key, name_key_of(g.name))
order by p.name_key, p.id
limit $limit
