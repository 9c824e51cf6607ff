-- A partnership by its first theme and its number; who owns several by the lowest of theirs.
with codes as (
    select p.id, list('L' || l.number order by l.number) as locations
    from partnership p, unnest(p.locations) as named(location)
    join (select id, min(number) as number from location group by id) l on l.id = named.location
    group by p.id
)
select p.* replace (
    coalesce(t.label, 'Samenwerking') || ' ' || p.id as name,
    regexp_replace(lower(strip_accents(coalesce(t.label, 'Samenwerking'))) || p.id, '[^a-z0-9]', '', 'g')
        as name_key,
    list_transform(
        p.programmes, lambda one: if(list_contains(s.labels, one), one, 'Eigen programma')
    ) as programmes,
    coalesce(c.locations, []) as locations,
    if(p.owner is null, null, 'Medewerker ' || min(p.id) over (partition by p.owner)) as owner,
    if(p.intended_result is null, null, $hidden) as intended_result,
    if(p.actual_result is null, null, $hidden) as actual_result,
    if(p.note is null, null, $hidden) as note,
    if(p.ended_reason is null, null, $hidden) as ended_reason,
    list_transform(p.contributions, lambda one: {
        'goal': one.goal, 'value': one.value, 'realised': one.realised,
        'reason': if(one.reason is null, null, $hidden)
    }) as contributions,
    '' as changed_by
)
from partnership p
cross join (select list(distinct label) as labels from programme) s
left join theme t on t.code = p.themes[1]
left join codes c on c.id = p.id
