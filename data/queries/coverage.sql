-- Coverage on the measure date per theme and gemeente, and per theme (gemeente is null), under
-- $definition (see the macro covered_under).
-- A total adds up the gemeenten whose denominator is known; what was reached in the others is
-- in reached_without_denominator.
-- missing_locations are those that are not covered: an unlinked place (unlinked) takes one off, be
-- it unknown which. missing_reach are the people at the locations not known to be covered. Where
-- there are unlinked places some of them may be reached all the same; the people at the locations
-- of which the register has no size (unsized) are not in it.
with population as materialized (
    from gemeente_population
    where gemeente in (select unnest($scope))
        and ($themes is null or list_contains($themes, theme))
),
place as (
    select
        r.cell, r.place < 0 as unlinked, any_value(r.size) as size,
        coalesce(
            bit_or(covered_under($definition, v.active, v.agreed, r.by_programme)), 0
        ) > 0 as covered,
        bool_or(v.counts_as = 'pipeline') as pipeline
    from partnership_on($libraries, null, $theme_bits, $statuses, $day) v
    join partnership_reach r on r.partnership = v.partnership
    where v.counts_as <> 'none' and r.cell in (select cell from population)
    group by r.cell, r.place
),
reached as (
    select
        cell,
        count(*) filter (covered) as locations,
        count(*) filter (pipeline and not covered) as pipeline,
        count(*) filter (covered and unlinked) as unlinked,
        sum(size) filter (covered) as reach,
        sum(size) filter (pipeline and not covered) as pipeline_reach
    from place
    group by cell
),
cell as (
    select
        p.* exclude (cell, locations, reach, by_location),
        coalesce(r.unlinked, 0) as unlinked,
        if($definition = 'reach', p.reach, p.locations) as denominator,
        coalesce(case
            when $definition <> 'reach' then r.locations
            when p.by_location then r.reach
            when r.locations > 0 then p.reach
        end, 0) as numerator,
        coalesce(case
            when $definition <> 'reach' then r.pipeline
            when p.by_location then r.pipeline_reach
            when r.pipeline > 0 then p.reach
        end, 0) as pipeline,
        if(
            p.locations is null, null, greatest(p.locations - coalesce(r.locations, 0), 0)
        ) as missing_locations,
        case
            when p.reach is null then null
            when p.by_location then greatest(p.reach - coalesce(r.reach, 0), 0)
            when coalesce(r.locations, 0) = 0 then p.reach
            else 0
        end as missing_reach
    from population p
    left join reached r on r.cell = p.cell
),
total as (
    select
        theme, theme_label, theme_group, population, position,
        if(
            count(denominator) > 0, sum(numerator) filter (denominator is not null), sum(numerator)
        ) as numerator,
        sum(denominator) as denominator,
        if(
            count(denominator) > 0, sum(pipeline) filter (denominator is not null), sum(pipeline)
        ) as pipeline,
        sum(unlinked) as unlinked,
        sum(unsized) as unsized,
        sum(missing_locations) as missing_locations,
        sum(missing_reach) as missing_reach,
        if(
            count(denominator) > 0,
            coalesce(sum(numerator) filter (denominator is null), 0), 0
        ) as reached_without_denominator,
        count(*) filter (denominator is null) as gemeenten_unknown,
        count(*) filter (denominator > 0 and numerator = 0) as gemeenten_empty,
        count(*) as gemeenten,
        string_agg(distinct counted_from, ', ' order by counted_from) as counted_from
    from cell
    group by all
),
figure as (
    select * from total
    union all by name
    select
        *, 0 as reached_without_denominator, (denominator is null)::integer as gemeenten_unknown,
        coalesce(denominator > 0 and numerator = 0, false)::integer as gemeenten_empty,
        1 as gemeenten
    from cell
)
select
    theme, gemeente,
    numerator::bigint as numerator, denominator::bigint as denominator,
    pipeline::bigint as pipeline, unlinked::bigint as unlinked,
    coalesce(unsized, 0)::bigint as unsized,
    missing_locations::bigint as missing_locations, missing_reach::bigint as missing_reach,
    reached_without_denominator::bigint as reached_without_denominator,
    gemeenten_unknown::bigint as gemeenten_unknown, gemeenten_empty::bigint as gemeenten_empty,
    gemeenten::bigint as gemeenten, counted_from,
    if(denominator > 0, numerator / denominator, null) as share,
    $definition as definition,
    $measure_date as measure_date,
    theme_label, theme_group, population, position,
    gemeente_name, province, tile_row, tile_col, inhabitants, short_name
from figure
order by position, gemeente_name
