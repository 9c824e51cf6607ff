-- Partnerships under the shared filters with everything that a list or an export shows, by name.
-- What each further choice keeps: `counted` those that count as active, pipeline or none;
-- `form` and `partner_type` one value, where an empty text means not filled in.
with in_view as (
    select v.partnership as id, v.status, v.counts_as, p.name
    from partnership_on($libraries, $chosen, $theme_bits, $statuses, $day) v
    join partnership p on p.id = v.partnership
    where ($counted is null or list_contains($counted, v.counts_as))
        and ($form is null or coalesce(p.form, '') = $form)
        and (
            $partner_type is null
            or v.partnership in (
                select o.partnership
                from partnership_partner o
                join partner on partner.id = o.partner
                where coalesce(partner.type, '') = $partner_type
            )
        )
    order by p.name, p.id
    limit $limit
),
served_by as (
    select partnership as id, list(gemeente) as served
    from partnership_gemeente where partnership in (select id from in_view)
    group by partnership
)
select
    v.id, v.name, l.name as library, o.names as partners, o.types as partner_types,
    p.themes, p.programmes, p.gemeenten, coalesce(s.served, []) as gemeenten_served, p.locations,
    t.labels as theme_labels, coalesce(g.names, ['hele werkgebied']) as gemeente_names,
    p.form, p.level, v.status, status.label as status_label, v.counts_as,
    p.start_date, p.end_date, p.evaluation_date, p.agreement, p.agreement_date,
    p.owner, p.hours, p.budget, p.intended_result, p.actual_result, p.note, p.contributions,
    p.ended_reason
from in_view v
join partnership p on p.id = v.id
join library l on l.id = p.library
join status on status.code = v.status
left join partners_in_words((select list(id) from in_view)) o on o.id = v.id
left join themes_in_words((select list(id) from in_view)) t on t.id = v.id
left join served_by s on s.id = v.id
left join gemeenten_in_words((select list(id) from in_view)) g on g.id = v.id
order by v.name, v.id
