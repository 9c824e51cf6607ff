-- The partnerships under the shared filters that count as one of $counted (active, pipeline), by
-- name, as people choose among them: those that have each of the $words (name keys; null: all) in
-- their name, library or partners.
with candidate as (
    select
        p.id, p.name, p.name_key, l.name as library, l.name_key as library_key, v.hours, v.budget,
        len(p.contributions) > 0 as is_judged
    from partnership_on($libraries, $chosen, $theme_bits, $statuses, $day) v
    join partnership p on p.id = v.partnership
    join library l on l.id = p.library
    where list_contains($counted, v.counts_as)
),
partner_of as (
    select
        o.partnership as id,
        list({
            'id': partner.id, 'name': partner.name, 'gemeente': gemeente.name
        } order by partner.name, partner.id) as partners,
        string_agg(partner.name_key, ' ') as keys
    from partnership_partner o
    join partner on partner.id = o.partner
    left join gemeente on gemeente.code = partner.gemeente
    where o.partnership in (select id from candidate)
    group by o.partnership
)
select
    c.id, c.name, c.library, coalesce(o.partners, []) as partners, c.hours, c.budget, c.is_judged
from candidate c
left join partner_of o on o.id = c.id
where has_words($words, c.name_key, concat_ws(' ', c.library_key, o.keys))
order by c.name, c.library, c.id
limit $limit
