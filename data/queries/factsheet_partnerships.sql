-- The partnerships under the shared filters that run or are prepared, with those of the chosen
-- gemeenten that each serves: what a factsheet of one of these is made of, by name.
--
-- in_force   active, under a signed agreement that has not ended
-- result     what it brought: over the last year that was written down, else as its record says
with in_view as (
    select v.partnership as id, v.status, v.counts_as, v.active * coalesce(v.agreed, 0) > 0 as in_force
    from partnership_on($libraries, $chosen, $theme_bits, $statuses, $day) v
    where v.counts_as <> 'none'
),
served_by as (
    select partnership as id, list(gemeente order by gemeente) as served
    from partnership_gemeente
    where partnership in (select id from in_view)
        and ($chosen is null or list_contains($chosen, gemeente))
    group by partnership
),
partner_of as (
    select
        o.id,
        list({
            'id': partner.id, 'name': partner.name, 'type': partner.type,
            'gemeente': partner.gemeente,
            'is_local': partner.type = 'gemeente' or partner.type in (
                select t.partner_type from theme_population t where t.partner_type is not null
            )
        } order by o.position) as partners
    from (
        select id, unnest(partners) as partner, generate_subscripts(partners, 1) as position
        from partnership where id in (select id from in_view)
    ) o
    join partner on partner.id = o.partner
    group by o.id
)
select
    v.id, p.name, l.name as library, v.counts_as, v.in_force, s.served, p.themes, p.programmes,
    p.form, p.agreement_date, p.end_date, coalesce(o.partners, []) as partners,
    t.labels as theme_labels, status.label as status_label,
    coalesce(r.result, p.actual_result) as result, r.year as result_year
from in_view v
join partnership p on p.id = v.id
join library l on l.id = p.library
join status on status.code = v.status
join served_by s on s.id = v.id
left join partner_of o on o.id = v.id
left join themes_in_words((select list(id) from in_view)) t on t.id = v.id
left join latest_yearly_result r on r.partnership = v.id
order by p.name, v.id
