-- What a choice of libraries, regions, gemeenten and themes comes down to, for every other query
-- to take:
--
-- chosen      the gemeenten that the regions (a province is one too) and gemeenten leave, null
--             where nothing was chosen
-- in_scope    the gemeenten that a page is about: chosen, as far as a chosen library serves them;
--             one that was named itself always, and without any library all
-- theme_bits  the chosen themes as a set of bits, null where none was chosen
create or replace macro scope(in_libraries, in_regions, in_gemeenten, in_themes) as table
with chosen as (
    select g.code as gemeente
    from gemeente g
    where (in_gemeenten is null or list_contains(in_gemeenten, g.code))
        and (
            in_regions is null
            or list_contains(in_regions, g.province)
            or g.code in (
                select r.gemeente from region_gemeente r where list_contains(in_regions, r.region)
            )
        )
)
select
    if(
        in_regions is null and in_gemeenten is null, null, coalesce(list(c.gemeente), [])
    ) as chosen,
    coalesce(list(c.gemeente) filter (
        in_gemeenten is not null
        or not exists (from library)
        or c.gemeente in (
            select unnest(l.gemeenten) from library l
            where in_libraries is null or list_contains(in_libraries, l.id)
        )
    ), []) as in_scope,
    if(in_themes is null, null, (
        select coalesce(bit_or(1::bigint << t.number), 0) from theme_population t
        where list_contains(in_themes, t.theme)
    )) as theme_bits
from chosen c;

-- Whether a partnership is under the shared filters, status apart: of a chosen library, with one
-- of the chosen themes (bits), in one of the chosen gemeenten.
create or replace macro is_chosen(
    in_libraries, in_chosen, in_themes, of_partnership, of_library, with_themes
) as
    (in_libraries is null or list_contains(in_libraries, of_library))
    and (in_themes is null or with_themes & in_themes > 0)
    and (
        in_chosen is null
        or of_partnership in (
            select g.partnership from partnership_gemeente g
            where g.gemeente in (select unnest(in_chosen))
        )
    );

-- The partnerships as they stood on the measure date, under the shared filters, with what
-- their status counts as (active, pipeline or none) and whether an agreement was in force.
create or replace macro partnership_on(
    in_libraries, in_chosen, in_themes, in_statuses, on_day
) as table
select
    p.*,
    (p.counts_as = 'active')::integer as active,
    (p.agreed_from <= on_day and on_day < p.agreed_to)::integer as agreed
from partnership_period p
where p.valid_from <= on_day and on_day < p.valid_to
    and (in_statuses is null or list_contains(in_statuses, p.status))
    and is_chosen(in_libraries, in_chosen, in_themes, p.partnership, p.library, p.themes);

-- How many of six dates lie on or after a day (its number): the measure date and the same day in
-- each of the five years before it.
create or replace macro dates_since(on_day, day) as
    greatest(0, least(6, (on_day - day + 10000) // 10000));

-- Those of the six dates from a day on until (not including) another, as bits: the measure date
-- is 1, a year before it 2, two years before it 4. One pass over the periods answers for all.
create or replace macro dates_within(on_day, from_day, to_day) as
    greatest(0, (1 << dates_since(on_day, from_day)) - (1 << dates_since(on_day, to_day)));

create or replace macro six_years(on_date) as table
select bit, (on_date - to_years(bit::integer))::date as measure_date
from (select unnest(range(6)) as bit);

-- Whether any of the six dates can lie in a period: said apart from dates_within, because the
-- store skips what it can compare with a constant.
create or replace macro is_recent(on_day, from_day, to_day) as
    from_day <= on_day and to_day > on_day - 50000;

-- The partnerships under the shared filters with those of the six dates (bits) on which each was
-- active, or in the pipeline, and those of them under an agreement in force. A partnership can
-- have several rows, which never hold the same date: a sum over rows counts no date twice.
create or replace macro partnership_in_time(
    in_libraries, in_chosen, in_themes, in_statuses, on_day
) as table
with stretch as (
    from partnership_activity where in_statuses is null
    union all by name
    select
        partnership, library, themes, counts_as, valid_from, valid_to, hours, budget,
        not_before(agreed_from, valid_from) as agreed_from,
        not_after(agreed_to, valid_to) as agreed_to
    from partnership_period
    where in_statuses is not null and list_contains(in_statuses, status) and counts_as <> 'none'
)
select
    s.partnership, s.themes, s.counts_as, s.valid_from, s.hours, s.budget,
    dates_within(on_day, s.valid_from, s.valid_to) as dates,
    if(
        s.agreed_from is null, 0, dates_within(on_day, s.agreed_from, s.agreed_to)
    ) as agreed
from stretch s
where is_recent(on_day, s.valid_from, s.valid_to)
    and is_chosen(in_libraries, in_chosen, in_themes, s.partnership, s.library, s.themes);

-- The active periods under some statuses only (no row without): what a stretch of activity is made
-- of, for the two below.
create or replace macro active_period(in_statuses) as table
select partnership, library, themes, valid_from, valid_to
from partnership_period
where in_statuses is not null and list_contains(in_statuses, status) and counts_as = 'active';

-- The same of the partners, and of the gemeenten, of those that were active: a row per partner or
-- gemeente, partnership and stretch of time.
create or replace macro partner_in_time(
    in_libraries, in_chosen, in_themes, in_statuses, on_day
) as table
with stretch as (
    from partner_activity where in_statuses is null
    union all by name
    select o.partner, p.*
    from active_period(in_statuses) p
    join partnership_partner o on o.partnership = p.partnership
)
select s.partner, dates_within(on_day, s.valid_from, s.valid_to) as dates
from stretch s
where is_recent(on_day, s.valid_from, s.valid_to)
    and is_chosen(in_libraries, in_chosen, in_themes, s.partnership, s.library, s.themes);

create or replace macro gemeente_in_time(
    in_libraries, in_chosen, in_themes, in_statuses, on_day
) as table
with stretch as (
    from gemeente_activity where in_statuses is null
    union all by name
    select o.gemeente, p.*
    from active_period(in_statuses) p
    join partnership_gemeente o on o.partnership = p.partnership
)
select s.gemeente, s.themes, dates_within(on_day, s.valid_from, s.valid_to) as dates
from stretch s
where is_recent(on_day, s.valid_from, s.valid_to)
    and is_chosen(in_libraries, in_chosen, in_themes, s.partnership, s.library, s.themes);
