-- A partnership's own facts as rows, without those that were removed. Queries read the tables
-- of these names without _now, which are filled from here at the end of every change.
--
-- What is asked with (in_partnerships) is asked for those ids only (null: all). A row follows from
-- its own partnership, its partners and its library, never from another partnership: so what a
-- change touched can be computed anew alone, and data.derived does.

create or replace macro is_among(partnership_id, in_partnerships) as
    in_partnerships is null or partnership_id in (select unnest(in_partnerships));

create or replace macro present_partnership(in_partnerships) as table
from partnership where removed_at is null and is_among(id, in_partnerships);

create or replace macro partnership_partner_now(in_partnerships) as table
select id as partnership, unnest(list_distinct(partners)) as partner
from present_partnership(in_partnerships);

-- One that names no gemeente holds for the whole werkgebied of its library.
create or replace macro partnership_gemeente_now(in_partnerships) as table
select p.id as partnership, unnest(if(len(p.gemeenten) > 0, p.gemeenten, l.gemeenten)) as gemeente
from present_partnership(in_partnerships) p
join library l on l.id = p.library;

-- What the portfolio is divided by, each value with a number within its dimension. An empty
-- code: not filled in.
create or replace view dimension_value_now as
with value as (
    select 'status' as dimension, code, label, position from status
    union all
    select 'form', label, label, position from form
    union all
    select 'form', '', 'niet ingevuld', 999
    union all
    select 'partner_type', label, label, position from partner_type
    union all
    select 'partner_type', '', 'niet ingevuld', 999
)
select
    row_number() over (partition by dimension order by position, code) - 1 as number,
    dimension, code, label, '' as theme_group, position
from value
union all
select t.number, 'theme', theme.code, theme.label, theme.theme_group, theme.position
from theme
join theme_population t on t.theme = theme.code;

-- A day as a number that orders like it: 20261122. Anniversaries lie 10,000 apart.
create or replace macro day_number(day) as
    (year(day) * 10000 + month(day) * 100 + day(day))::integer;

-- A day (its number, null: never) as far as it lies within a limit.
create or replace macro not_before(day, first_day) as
    if(day is null, null, greatest(day, first_day));
create or replace macro not_after(day, last_day) as
    if(day is null, null, least(day, last_day));

-- The history as periods, from the day of a status until (not including) that of the next. The
-- first status without a date holds since always. An agreement runs from its signing (unknown:
-- since always) until the end date of the partnership, that day included. Latest first, so that
-- the figures of today read a small part of the table.
--
-- themes, partner_types   bits, by the numbers in dimension_value; form such a number
-- ends_on, evaluates_on   the dates of one that is active
-- no_owner                active or in the pipeline, without an owner
-- no_agreement            active with large hours or budget (from 100 hours or 5,000 euro a
--                         year), without a signed agreement
-- dormant                 status slapend
-- no_goal                 active without any contribution of 1 or more to a goal
create or replace macro partnership_period_now(in_partnerships) as table
with step as (
    select id, history, unnest(range(1, len(history) + 1)) as nth
    from present_partnership(in_partnerships)
),
period as (
    select
        s.id, status.code as status, status.counts_as,
        coalesce(day_number(s.history[s.nth].since), 0) as valid_from,
        coalesce(day_number(s.history[s.nth + 1].since), 99999999) as valid_to
    from step s
    join status on status.code = s.history[s.nth].status
),
themed as (
    select p.id, bit_or(1::bigint << t.number) as themes
    from (select id, unnest(themes) as theme from present_partnership(in_partnerships)) p
    join theme_population t on t.theme = p.theme
    group by p.id
),
partnered as (
    select o.partnership as id, bit_or(1::bigint << v.number) as partner_types
    from partnership_partner_now(in_partnerships) o
    join partner on partner.id = o.partner
    join dimension_value v
        on v.dimension = 'partner_type' and v.code = coalesce(partner.type, '')
    group by o.partnership
)
select
    p.id as partnership, p.library, coalesce(t.themes, 0) as themes,
    form.number as form, coalesce(o.partner_types, 0) as partner_types,
    s.status, s.counts_as, s.valid_from, s.valid_to, p.hours, p.budget,
    if(p.agreement, coalesce(day_number(p.agreement_date), 0), null) as agreed_from,
    if(p.agreement, coalesce(day_number(p.end_date + 1), 99999999), null) as agreed_to,
    if(s.counts_as = 'active', p.end_date, null) as ends_on,
    if(s.counts_as = 'active', p.evaluation_date, null) as evaluates_on,
    s.counts_as <> 'none' and p.owner is null as no_owner,
    s.counts_as = 'active' and not coalesce(p.agreement, false)
        and (coalesce(p.hours, 0) >= 100 or coalesce(p.budget, 0) >= 5000) as no_agreement,
    s.status = 'slapend' as dormant,
    s.counts_as = 'active'
        and coalesce(list_max(p.contributions.list_transform(lambda c: c.value)), 0) = 0
        as no_goal
from period s
join present_partnership(in_partnerships) p on p.id = s.id
left join themed t on t.id = s.id
left join partnered o on o.id = s.id
left join dimension_value form
    on form.dimension = 'form' and form.code = coalesce(p.form, '')
order by s.valid_to desc, p.id;

-- Periods that follow on each other and count as the same, as one, with as much of it as was
-- under an agreement in force.
create or replace macro partnership_activity_now(in_partnerships) as table
with turn as (
    select *
    from partnership_period
    where is_among(partnership, in_partnerships)
    qualify counts_as is distinct from
        lag(counts_as) over (partition by partnership order by valid_from)
),
stretch as (
    select
        *,
        coalesce(
            lead(valid_from) over (partition by partnership order by valid_from), 99999999
        ) as until
    from turn
)
select
    partnership, library, themes, counts_as, valid_from, until as valid_to, hours, budget,
    not_before(agreed_from, valid_from) as agreed_from, not_after(agreed_to, until) as agreed_to
from stretch
where counts_as <> 'none'
order by counts_as, valid_to desc, partnership;

-- The same of each partner and of each gemeente, as far as it is active.
create or replace macro partner_activity_now(in_partnerships) as table
select o.partner, a.partnership, a.library, a.themes, a.valid_from, a.valid_to
from partnership_activity a
join partnership_partner o on o.partnership = a.partnership
where a.counts_as = 'active' and is_among(a.partnership, in_partnerships)
order by a.valid_to desc, o.partner;

create or replace macro gemeente_activity_now(in_partnerships) as table
select o.gemeente, a.partnership, a.library, a.themes, a.valid_from, a.valid_to
from partnership_activity a
join partnership_gemeente o on o.partnership = a.partnership
where a.counts_as = 'active' and is_among(a.partnership, in_partnerships)
order by a.valid_to desc, o.gemeente;
