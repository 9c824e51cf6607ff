-- What the active partnerships gain, in points: a row per set of partnerships that gain something
-- as soon as one of them is there.
--
-- goals     of 100: per library and gemeente of its werkgebied each goal counts with its weight,
--           in three steps: a third for an indirect contribution, a second for a direct and the
--           third for a core one. So the strongest contribution there counts, once.
-- coverage  of 100: every theme in view that reaches anything or of which the population is known
--           counts as much, each of its locations (or gemeenten) once. Where the population is not
--           known, or smaller than what is reached (a fault in the data, shown on Dekking), it is
--           taken to be what is reached now: else what reaches it were worth nothing, or too much.
with served as materialized (
    from contribution_on($libraries, $chosen, $theme_bits, $statuses, $day)
    where value >= 1
),
cell as materialized (
    from goal_cell($libraries, $scope, $day)
),
reached_goal as (
    select
        list(s.partnership order by s.partnership) as partnerships,
        any_value(c.weight) / 3 / (select count(distinct (library, gemeente)) from cell) as points
    from cell c
    join served s on s.library = c.library and s.goal = c.goal
    join partnership_gemeente g on g.partnership = s.partnership and g.gemeente = c.gemeente
    join (select unnest([1, 2, 3]) as step) on s.value >= step
    group by c.library, c.gemeente, c.goal, step
),
place as materialized (
    select
        r.cell, r.place, list(distinct v.partnership order by v.partnership) as partnerships
    from partnership_on($libraries, $chosen, $theme_bits, $statuses, $day) v
    join partnership_reach r on r.partnership = v.partnership
    where v.counts_as = 'active'
    group by r.cell, r.place
),
population as (
    select p.cell, p.theme, greatest(any_value(p.locations), count(o.place)) as size
    from gemeente_population p
    left join place o on o.cell = p.cell
    where p.gemeente in (select unnest($scope))
        and ($themes is null or list_contains($themes, p.theme))
    group by p.cell, p.theme
),
theme_ as (
    select theme, 100 / sum(size) / count(*) over () as points
    from population group by theme having sum(size) > 0
),
covered as (
    select o.partnerships, t.points
    from place o
    join population p on p.cell = o.cell
    join theme_ t on t.theme = p.theme
)
select 'goals' as kind, partnerships, sum(points) as points from reached_goal group by partnerships
union all
select 'coverage', partnerships, sum(points) from covered group by partnerships
order by kind, partnerships
