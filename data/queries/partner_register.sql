-- The partners with a partnership under the shared filters, with what these add up to on the
-- measure date: one page of them in the order asked for, of those that have each of the $words
-- (name keys; null: all) in their name, another name that they are found under, or their gemeente.
-- Where nothing restricts the partnerships also partners without any. `total` counts all pages.
--
-- active, pipeline   partnerships that count so; ended: beeindigd; other: signaal or slapend
-- hours, budget      a year, of the active ones; each counts whole for every partner that it has
-- goals              the goals of the libraries that the active ones serve directly (from 2 up)
with counted as (
    select
        partner,
        count(*) filter (counts_as = 'active') as active,
        count(*) filter (counts_as = 'pipeline') as pipeline,
        count(*) filter (status = 'beeindigd') as ended,
        count(*) filter (counts_as = 'none' and status <> 'beeindigd') as other,
        count(distinct library) as library_count,
        sum(hours) filter (counts_as = 'active') as hours,
        sum(budget) filter (counts_as = 'active') as budget
    from partner_on($libraries, $chosen, $theme_bits, $statuses, $day)
    group by partner
),
alias_of as (
    select partner, string_agg(name_key, ' ') as keys from partner_alias group by partner
),
found as (
    select
        p.id, p.name, p.name_key, p.type, p.gemeente, g.name as gemeente_name,
        coalesce(c.active, 0) as active, coalesce(c.pipeline, 0) as pipeline,
        coalesce(c.ended, 0) as ended, coalesce(c.other, 0) as other,
        coalesce(c.library_count, 0) as library_count, c.hours, c.budget
    from partner p
    left join counted c on c.partner = p.id
    left join gemeente g on g.code = p.gemeente
    left join alias_of a on a.partner = p.id
    where (
            c.partner is not null
            or (
                $libraries is null and $theme_bits is null and $statuses is null
                and ($chosen is null or list_contains($chosen, p.gemeente))
                and p.id not in (select partner from partnership_partner)
            )
        )
        and ($type is null or coalesce(p.type, '') = $type)
        and has_words(
            $words, p.name_key,
            concat_ws(' ', name_key_of(g.name), a.keys)
        )
),
page as (
    select *, count(*) over () as total
    from found
    order by
        case $order
            when 'active' then active when 'hours' then hours
            when 'libraries' then library_count when 'ended' then ended
        end desc nulls last,
        name_key, id
    limit $limit offset $offset
),
member as (
    select o.partner, o.partnership, o.library, o.counts_as
    from partner_on($libraries, $chosen, $theme_bits, $statuses, $day) o
    where o.partner in (select id from page)
),
library_of as (
    select m.partner, list(distinct l.name order by l.name) as names
    from member m join library l on l.id = m.library
    group by m.partner
),
theme_of as (
    select m.partner, list(distinct t.label order by t.label) as labels
    from (
        select m.partner, unnest(p.themes) as theme
        from member m join partnership p on p.id = m.partnership
    ) m
    join theme t on t.code = m.theme
    group by m.partner
),
goal_of as (
    select m.partner, list(distinct c.goal order by c.goal) as codes
    from member m
    join partnership_contribution c on c.partnership = m.partnership and c.value >= 2
    join goal_weight w
        on w.library = m.library and w.goal = c.goal
        and w.valid_from <= $day and $day < w.valid_to
    where m.counts_as = 'active'
    group by m.partner
)
select
    p.id, p.name, p.type, p.gemeente, p.gemeente_name, p.active, p.pipeline, p.ended, p.other,
    p.library_count, p.hours, p.budget, p.total,
    coalesce(l.names, []) as libraries, coalesce(t.labels, []) as themes,
    coalesce(g.codes, []) as goals
from page p
left join library_of l on l.partner = p.id
left join theme_of t on t.partner = p.id
left join goal_of g on g.partner = p.id
order by
    case $order
        when 'active' then p.active when 'hours' then p.hours
        when 'libraries' then p.library_count when 'ended' then p.ended
    end desc nulls last,
    p.name_key, p.id
