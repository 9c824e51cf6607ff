-- The assessments of partners; of each partner by a day the last is `nth` 1, the one before it 2.
-- Partners that were merged can have two of one day: that is no movement, the last made counts.
create or replace view stated_assessment as
select *, (content ->> 'partner')::integer as partner, (content ->> 'day')::date as day,
    (content ->> 'influence')::integer as influence, (content ->> 'interest')::integer as interest,
    (content ->> 'stance')::integer as stance, (content ->> 'brings')::integer as brings,
    (content ->> 'asks')::integer as asks
from document
where kind = 'assessment';

create or replace macro assessed_on(on_date) as table
select *, row_number() over (partition by partner order by day desc) as nth
from (
    from stated_assessment
    where day <= on_date
    qualify row_number() over (partition by partner, day order by id desc) = 1
);

-- What each of some partners carries in its active partnerships under the shared filters:
--
-- goals_share     the goals with a contribution of 2 or more, of all goals of the libraries that
--                 it works with; null where no goal was judged
-- places          the places where these partnerships could be, by the themes that they serve and
--                 the gemeenten in scope of the libraries: locations, and where a theme has none
--                 or their number is unknown the gemeente itself
-- reached         those of them where they are
-- coverage_share  the second part of the first; null without any
create or replace macro carried_by_partner(
    in_libraries, in_chosen, in_themes, in_statuses, on_day, in_scope, in_partners
) as table
with active as materialized (
    select o.partner, v.partnership, v.library, v.themes & coalesce(in_themes, v.themes) as themes
    from partnership_on(in_libraries, in_chosen, in_themes, in_statuses, on_day) v
    join partnership_partner o on o.partnership = v.partnership
    where v.counts_as = 'active' and o.partner in (select unnest(in_partners))
),
goal_ as (
    select
        a.partner,
        count(distinct (c.library, c.goal)) filter (c.value >= 2) as served,
        count(distinct (c.library, c.goal)) as goals, count(c.value) as judged
    from contribution_on(in_libraries, in_chosen, in_themes, in_statuses, on_day) c
    join active a on a.partnership = c.partnership
    group by a.partner
),
cell_ as materialized (
    select distinct a.partner, g.cell, coalesce(g.locations, 1) as places
    from (select distinct partner, library, themes from active) a
    join library l on l.id = a.library
    cross join unnest(l.gemeenten) as served(gemeente)
    join gemeente_population g on g.gemeente = served.gemeente
    join theme_population t on t.theme = g.theme and (1::bigint << t.number) & a.themes > 0
    where served.gemeente in (select unnest(in_scope))
),
reached as (
    select a.partner, r.cell, count(distinct r.place) as places
    from active a
    join partnership_reach r on r.partnership = a.partnership
    group by a.partner, r.cell
),
place as (
    select
        c.partner, sum(c.places) as places,
        -- A partner that is linked to no location counts as one: there can be more than there are.
        sum(least(coalesce(r.places, 0), c.places)) as reached
    from cell_ c
    left join reached r on r.partner = c.partner and r.cell = c.cell
    group by c.partner
)
select
    g.partner, g.served, g.goals, if(g.judged = 0, null, g.served / g.goals) as goals_share,
    p.places::integer as places, p.reached::integer as reached,
    p.reached / nullif(p.places, 0) as coverage_share
from goal_ g
left join place p on p.partner = g.partner;
