-- The assessments of partners, the last of each partner by a day as `nth` 1, the one before as 2.
create or replace view stated_assessment as
select *, (content ->> 'partner')::integer as partner, (content ->> 'day')::date as day,
    (content ->> 'influence')::integer as influence, (content ->> 'interest')::integer as interest,
    (content ->> 'stance')::integer as stance, (content ->> 'brings')::integer as brings,
    (content ->> 'asks')::integer as asks
from document
where kind = 'assessment';

create or replace macro assessed_on(on_date) as table
select *, row_number() over (partition by partner order by day desc, id desc) as nth
from stated_assessment
where day <= on_date;

-- What a partner carries in its active partnerships under the shared filters:
--
-- goals_share     the goals with a contribution of 2 or more, of all goals of the libraries that
--                 it works with; null where no goal was judged
-- coverage_share  the gemeenten in scope where they hold, of all gemeenten in scope
create or replace macro carried_by_partner(
    in_libraries, in_chosen, in_themes, in_statuses, on_day, in_scope
) as table
with goal_ as (
    select
        o.partner,
        count(distinct (c.library, c.goal)) filter (c.value >= 2) as served,
        count(distinct (c.library, c.goal)) as goals, count(c.value) as judged
    from contribution_on(in_libraries, in_chosen, in_themes, in_statuses, on_day) c
    join partnership_partner o on o.partnership = c.partnership
    group by o.partner
),
place as (
    select o.partner, count(distinct g.gemeente) as gemeenten
    from partnership_on(in_libraries, in_chosen, in_themes, in_statuses, on_day) v
    join partnership_partner o on o.partnership = v.partnership
    join partnership_gemeente g on g.partnership = v.partnership
    where v.counts_as = 'active' and g.gemeente in (select unnest(in_scope))
    group by o.partner
)
select
    g.partner, g.served, if(g.judged = 0, null, g.served / g.goals) as goals_share,
    coalesce(p.gemeenten, 0) as gemeenten,
    coalesce(p.gemeenten, 0) / nullif(len(in_scope), 0) as coverage_share
from goal_ g
left join place p on p.partner = g.partner;
