-- The partners of a selection with their last assessment and the one before it, those that take
-- most hours first. Where they are more than $limit, those with an assessment go first in staying;
-- `total` counts all.
with chosen as materialized (
    select o.partner, sum(v.hours) as hours, count(*) as partnerships
    from partnership_on($libraries, $chosen, $theme_bits, $statuses, $day) v
    join partnership_partner o on o.partnership = v.partnership
    where v.counts_as <> 'none'
    group by o.partner
),
assessed as materialized (from assessed_on($measure_date)),
listed as materialized (
    select
        p.id, p.name, p.type, p.gemeente, c.hours,
        coalesce(c.partnerships, 0) as partnerships, count(*) over () as total
    from partner p
    left join chosen c on c.partner = p.id
    left join assessed a on a.partner = p.id and a.nth = 1
    where if($partners is null, c.partner is not null, list_contains($partners, p.id))
    qualify
        row_number() over (order by a.id is null, c.hours desc nulls last, p.name, p.id) <= $limit
)
select
    p.*, g.name as gemeente_name,
    a.id as assessment, a.day, a.influence, a.interest, a.stance, a.brings, a.asks,
    b.day as previous_day, b.influence as previous_influence, b.interest as previous_interest,
    b.stance as previous_stance, a.content ->> 'of_person' as of_person,
    a.content ->> 'of_organisation' as of_organisation, a.content ->> 'shared' as shared,
    a.content ->> 'bringing' as bringing, a.content ->> 'wanting' as wanting,
    a.content ->> 'note' as note, a.content ->> 'by' as assessed_by,
    k.served, k.goals, k.goals_share, k.reached, k.places, k.coverage_share
from listed p
left join gemeente g on g.code = p.gemeente
left join assessed a on a.partner = p.id and a.nth = 1
left join assessed b on b.partner = p.id and b.nth = 2
left join carried_by_partner(
    $libraries, $chosen, $theme_bits, $statuses, $day, $scope, (select list(id) from listed)
) k on k.partner = p.id
order by p.hours desc nulls last, p.name, p.id
