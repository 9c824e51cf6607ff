-- Coverage on the measure date of every theme in every gemeente, under $definition (see the macro
-- covered_under), whatever themes and gemeenten are chosen: what is chosen is taken from it (see
-- coverage), which costs less than asking anew.
-- missing_locations are those that are not covered: an unlinked place (unlinked) takes one off, be
-- it unknown which. missing_reach are the people at the locations not known to be covered. Where
-- there are unlinked places some of them may be reached all the same; the people at the locations
-- of which the register has no size (unsized) are not in it.
with place as (
    select
        r.cell, r.place < 0 as unlinked, any_value(r.size) as size,
        coalesce(
            bit_or(covered_under($definition, v.active, v.agreed, r.by_programme)), 0
        ) > 0 as covered,
        bool_or(v.counts_as = 'pipeline') as pipeline
    from partnership_on($libraries, null, null, $statuses, $day) v
    join partnership_reach r on r.partnership = v.partnership
    where v.counts_as <> 'none'
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
figure as (
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
    from gemeente_population p
    left join reached r on r.cell = p.cell
)
select
    theme, gemeente,
    numerator::bigint as numerator, denominator::bigint as denominator,
    pipeline::bigint as pipeline, unlinked::bigint as unlinked,
    coalesce(unsized, 0)::bigint as unsized,
    missing_locations::bigint as missing_locations, missing_reach::bigint as missing_reach,
    0::bigint as reached_without_denominator, (denominator is null)::bigint as gemeenten_unknown,
    coalesce(denominator > 0 and numerator = 0, false)::bigint as gemeenten_empty,
    1::bigint as gemeenten, counted_from,
    if(denominator > 0, numerator / denominator, null) as share,
    $definition as definition, $measure_date as measure_date,
    theme_label, theme_group, population, position,
    gemeente_name, province, tile_row, tile_col, inhabitants, short_name
from figure
