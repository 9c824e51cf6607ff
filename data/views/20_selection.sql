-- The gemeenten that a choice of regions and gemeenten leaves (null: no restriction).
-- A province is a region too.
create or replace macro chosen_gemeente(in_regions, in_gemeenten) as table
select g.code as gemeente
from gemeente g
where (in_gemeenten is null or list_contains(in_gemeenten, g.code))
    and (
        in_regions is null
        or list_contains(in_regions, g.province)
        or g.code in (
            select r.gemeente from region_gemeente r where list_contains(in_regions, r.region)
        )
    );

-- The gemeenten that a page is about: those chosen, as far as a chosen library serves them;
-- a gemeente that was named itself is always in scope, and without any library all are.
create or replace macro gemeente_in_scope(in_libraries, in_regions, in_gemeenten) as table
select c.gemeente
from chosen_gemeente(in_regions, in_gemeenten) c
where in_gemeenten is not null
    or not exists (from library)
    or c.gemeente in (
        select unnest(l.gemeenten) from library l
        where in_libraries is null or list_contains(in_libraries, l.id)
    );

-- The partnerships as they stood on the measure date, under the shared filters, with what
-- their status counts as: active, pipeline or none. One that names no gemeente holds for the
-- whole werkgebied of its library.
create or replace macro partnership_on(
    in_libraries, in_regions, in_gemeenten, in_themes, in_statuses, on_date
) as table
select
    p.* exclude (status, gemeenten, history),
    s.status,
    status.counts_as,
    if(len(p.gemeenten) > 0, p.gemeenten, l.gemeenten) as gemeenten
from partnership p
join library l on l.id = p.library
join status_period s
    on s.partnership = p.id and s.valid_from <= on_date and on_date < s.valid_to
join status on status.code = s.status
where p.removed_at is null
    and (in_libraries is null or list_contains(in_libraries, p.library))
    and (in_statuses is null or list_contains(in_statuses, s.status))
    and (in_themes is null or list_has_any(in_themes, p.themes))
    and (
        (in_regions is null and in_gemeenten is null)
        or list_has_any(
            if(len(p.gemeenten) > 0, p.gemeenten, l.gemeenten),
            (select list(c.gemeente) from chosen_gemeente(in_regions, in_gemeenten) c)
        )
    );

-- How many of at most six ascending dates lie before a day.
create or replace macro dates_before(on_dates, day) as
    coalesce((on_dates[1] < day)::integer, 0) + coalesce((on_dates[2] < day)::integer, 0)
    + coalesce((on_dates[3] < day)::integer, 0) + coalesce((on_dates[4] < day)::integer, 0)
    + coalesce((on_dates[5] < day)::integer, 0) + coalesce((on_dates[6] < day)::integer, 0);

-- Those of the dates from a day on until (not including) another, as bits: the first date is 1,
-- the second 2, the third 4. One pass over the periods so answers for all dates at once.
create or replace macro dates_within(on_dates, from_day, to_day) as
    greatest((1 << dates_before(on_dates, to_day)) - (1 << dates_before(on_dates, from_day)), 0);

-- The partnerships under the shared filters with the dates (bits) on which each was active and
-- in the pipeline, and on which its agreement was in force. One row per status period from the
-- first date to the last, which may hold none of them (no bits): periods do not overlap, so a
-- sum over rows counts no date twice.
create or replace macro partnership_in_time(
    in_libraries, in_regions, in_gemeenten, in_themes, in_statuses, on_dates
) as table
with period as materialized (
    select
        s.partnership, k.counts_as, dates_within(on_dates, s.valid_from, s.valid_to) as held
    from status_period s
    join status k on k.code = s.status and k.counts_as <> 'none'
    where s.valid_to > on_dates[1] and s.valid_from <= on_dates[-1]
        and (in_statuses is null or list_contains(in_statuses, s.status))
)
select
    p.* exclude (status, gemeenten, history),
    if(len(p.gemeenten) > 0, p.gemeenten, l.gemeenten) as gemeenten,
    if(period.counts_as = 'active', period.held, 0) as active,
    if(period.counts_as = 'pipeline', period.held, 0) as pipeline,
    if(
        coalesce(p.agreement, false),
        dates_within(
            on_dates,
            coalesce(p.agreement_date, date '-infinity'),
            coalesce(p.end_date + 1, date 'infinity')
        ),
        0
    ) as under_agreement
from period
join partnership p on p.id = period.partnership
join library l on l.id = p.library
where period.held > 0
    and p.removed_at is null
    and (in_libraries is null or list_contains(in_libraries, p.library))
    and (in_themes is null or list_has_any(in_themes, p.themes))
    and (
        (in_regions is null and in_gemeenten is null)
        or list_has_any(
            if(len(p.gemeenten) > 0, p.gemeenten, l.gemeenten),
            (select list(c.gemeente) from chosen_gemeente(in_regions, in_gemeenten) c)
        )
    );
