-- Partnerships under the shared filters with everything that a list or an export shows, by name.
-- What each further choice keeps: `counted` those that count as active, pipeline or none;
-- `form` and `partner_type` one value, where an empty text means not filled in.
with in_view as (
    select v.*
    from partnership_on($libraries, $regions, $gemeenten, $themes, $statuses, $measure_date) v
    where ($counted is null or list_contains($counted, v.counts_as))
        and ($form is null or coalesce(v.form, '') = $form)
        and (
            $partner_type is null
            or list_has_any(
                v.partners,
                (select list(id) from partner where coalesce(type, '') = $partner_type)
            )
        )
    order by v.name, v.id
    limit $limit
),
partner_of as (
    select
        v.id,
        list(partner.name order by v.position) as names,
        list(distinct partner.type) filter (partner.type is not null) as types
    from (
        select id, unnest(partners) as one, generate_subscripts(partners, 1) as position
        from in_view
    ) v
    join partner on partner.id = v.one
    group by v.id
),
theme_of as (
    select v.id, list(theme.label order by theme.position) as labels
    from (select id, unnest(themes) as one from in_view) v join theme on theme.code = v.one
    group by v.id
),
gemeente_of as (
    select v.id, list(g.name order by g.name) as names
    from (
        select v.id, unnest(p.gemeenten) as one
        from in_view v join partnership p on p.id = v.id
    ) v
    join gemeente g on g.code = v.one
    group by v.id
)
select
    v.id, v.name, l.name as library, o.names as partners, o.types as partner_types,
    v.themes, v.programmes, p.gemeenten, v.gemeenten as gemeenten_served, v.locations,
    t.labels as theme_labels, coalesce(g.names, ['hele werkgebied']) as gemeente_names,
    v.form, v.level, v.status, status.label as status_label, v.counts_as,
    v.start_date, v.end_date, v.evaluation_date, v.agreement, v.agreement_date,
    v.owner, v.hours, v.budget, v.intended_result, v.actual_result, v.note, v.contributions
from in_view v
join partnership p on p.id = v.id
join library l on l.id = v.library
join status on status.code = v.status
left join partner_of o on o.id = v.id
left join theme_of t on t.id = v.id
left join gemeente_of g on g.id = v.id
order by v.name, v.id
