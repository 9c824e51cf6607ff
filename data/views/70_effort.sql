-- What the active partnerships under the shared filters reach: a row for each that reaches
-- anything. A place is a location, a partner that counts as one, or a whole gemeente, per theme.
-- It counts in the gemeenten in scope and under the chosen themes only.
--
-- reached   the places that it reaches
-- added     those of them that no other of these partnerships reaches
create or replace macro reach_on(
    in_libraries, in_chosen, in_themes, in_statuses, on_day, in_scope
) as table
with cell_ as (
    select g.cell
    from gemeente_population g
    join theme_population t on t.theme = g.theme
    where g.gemeente in (select unnest(in_scope))
        and (in_themes is null or (1::bigint << t.number) & in_themes > 0)
),
place_ as materialized (
    select distinct r.partnership, r.cell, r.place
    from partnership_on(in_libraries, in_chosen, in_themes, in_statuses, on_day) v
    join partnership_reach r on r.partnership = v.partnership
    where v.counts_as = 'active' and r.cell in (select cell from cell_)
),
shared as (
    select cell, place, count(*) as partnerships from place_ group by cell, place
)
select
    p.partnership, count(*) as reached, count(*) filter (s.partnerships = 1) as added
from place_ p
join shared s on s.cell = p.cell and s.place = p.place
group by p.partnership;

-- The active partnerships by what they ask and what they serve. `effort` is their hours, or their
-- budget where that is asked. The quadrants meet at the two medians of those that have an effort
-- and a judged goal: on the line counts as much alignment and as little effort.
--
-- build       much alignment, little effort
-- hold        much of both
-- reconsider  little alignment, much effort
-- small       little of both
-- unplaced    its effort is not filled in, or none of its goals was judged
create or replace macro effort_on(
    in_libraries, in_chosen, in_themes, in_statuses, on_day, in_scope, in_effort
) as table
with one as materialized (
    select
        -- A sum in another order differs in its last digit, which is not to decide who lies where.
        f.partnership, f.library, round(f.alignment, 6) as alignment, f.hours, f.budget,
        if(in_effort = 'budget', f.budget, f.hours) as effort,
        coalesce(r.reached, 0) as reached, coalesce(r.added, 0) as added
    from alignment_on(in_libraries, in_chosen, in_themes, in_statuses, on_day) f
    left join reach_on(in_libraries, in_chosen, in_themes, in_statuses, on_day, in_scope) r
        on r.partnership = f.partnership
),
middle as (
    select median(effort) as effort, median(alignment) as alignment
    from one where effort is not null and alignment is not null
)
select
    one.*, m.effort as middle_effort, m.alignment as middle_alignment,
    case
        when one.effort is null or one.alignment is null then 'unplaced'
        when one.alignment >= m.alignment then if(one.effort <= m.effort, 'build', 'hold')
        else if(one.effort <= m.effort, 'small', 'reconsider')
    end as quadrant
from one
cross join middle m;
