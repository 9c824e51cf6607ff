-- The partners that ask most ($effort: hours, else number of partnerships), with the libraries and
-- themes that each is tied to by its active partnerships under the shared filters, or by those of
-- the chosen statuses. Of one library, theme or partner in focus only its own partnerships; of a
-- theme that is chosen in the filters only that theme is a tie. `total` counts all partners.
with member as (
    select o.partner, o.partnership, o.library, p.themes, p.owner, o.hours
    from partner_on($libraries, $chosen, $theme_bits, $statuses, $day) o
    join partnership p on p.id = o.partnership
    where (o.counts_as = 'active' or $statuses is not null)
        and ($focus_library is null or o.library = $focus_library)
        and ($focus_theme is null or list_contains(p.themes, $focus_theme))
        and (
            $focus_partner is null
            or o.partnership in (
                select partnership from partnership_partner where partner = $focus_partner
            )
        )
),
counted as (
    select
        partner, count(*) as partnerships, sum(hours) as hours,
        count(*) filter (owner is not null) as owned,
        list(distinct owner order by owner) filter (owner is not null) as owners
    from member
    group by partner
),
found as (
    select *, count(*) over () as total
    from counted
    order by
        partner is not distinct from $focus_partner desc,
        if($effort = 'hours', coalesce(hours, 0), partnerships) desc, partnerships desc, partner
    limit $limit
),
with_library as (
    select t.partner, list({
        'id': l.id, 'name': l.name, 'partnerships': t.partnerships
    } order by l.name) as ties
    from (
        select partner, library, count(*) as partnerships
        from member where partner in (select partner from found) group by all
    ) t
    join library l on l.id = t.library
    group by t.partner
),
with_theme as (
    select t.partner, list({
        'code': theme.code, 'label': theme.label, 'theme_group': theme.theme_group,
        'partnerships': t.partnerships
    } order by theme.position) as ties
    from (
        select partner, theme, count(*) as partnerships
        from (
            select partner, unnest(themes_within(themes, $themes)) as theme
            from member where partner in (select partner from found)
        )
        group by all
    ) t
    join theme on theme.code = t.theme
    group by t.partner
)
select
    p.id, p.name, p.type, g.name as gemeente_name, f.partnerships, f.hours, f.total,
    f.owned, coalesce(f.owners, []) as owners,
    coalesce(l.ties, []) as libraries, coalesce(t.ties, []) as themes
from found f
join partner p on p.id = f.partner
left join gemeente g on g.code = p.gemeente
left join with_library l on l.partner = f.partner
left join with_theme t on t.partner = f.partner
order by
    f.partner is not distinct from $focus_partner desc,
    if($effort = 'hours', coalesce(f.hours, 0), f.partnerships) desc, f.partnerships desc, f.partner
