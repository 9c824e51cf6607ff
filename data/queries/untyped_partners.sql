-- The partners without a type that keep a partnership out of the coverage on the measure date or
-- after it (at any time where that is null), with the type that its theme asks for (null when its
-- themes ask for different ones) and their one gemeente, if any.
select
    partner.id, partner.name,
    if(count(distinct t.partner_type) = 1, min(t.partner_type), null) as type,
    if(count(distinct g.gemeente) = 1, min(g.gemeente), null) as gemeente,
    if(count(distinct g.gemeente) = 1, min(gemeente.name), null) as gemeente_name,
    list_sort(list(distinct p.name)) as partnerships
from partnership_uncounted u
join theme_population t on t.theme = u.theme
join partnership p on p.id = u.partnership
join partnership_partner o on o.partnership = u.partnership
join partner on partner.id = o.partner and partner.type is null
left join partnership_gemeente g on g.partnership = u.partnership
left join gemeente on gemeente.code = g.gemeente
where u.reason = 'no_type'
    and (
        $measure_date::date is null
        or u.partnership in (
            select partnership from partnership_activity
            where valid_to > day_number($measure_date::date)
        )
    )
group by partner.id, partner.name
order by partner.name, partner.id
