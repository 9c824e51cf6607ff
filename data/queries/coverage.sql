-- Coverage on $dates[1] per theme and gemeente, and per theme (gemeente is null), under
-- $definition. A total adds up the gemeenten whose denominator is known; what was reached in
-- the others is in reached_without_denominator.
with location as (
    select
        theme, gemeente, location, unlinked, size,
        bit_or(covered) > 0 as covered,
        bit_or(pipeline) > 0 as pipeline
    from reached_location($libraries, $regions, $gemeenten, $themes, $statuses, $dates, $definition)
    group by all
),
reached as (
    select
        theme, gemeente,
        count(*) filter (covered) as locations,
        count(*) filter (pipeline and not covered) as pipeline,
        count(*) filter (covered and unlinked) as unlinked,
        sum(size) filter (covered) as reach,
        sum(size) filter (pipeline and not covered) as pipeline_reach
    from location
    group by theme, gemeente
),
cell as (
    select
        p.theme, p.gemeente, p.counted_from,
        coalesce(r.unlinked, 0) as unlinked,
        if($definition = 'reach', p.reach, p.locations) as denominator,
        coalesce(case
            when $definition <> 'reach' then r.locations
            when t.by_location then r.reach
            when r.locations > 0 then p.reach
        end, 0) as numerator,
        coalesce(case
            when $definition <> 'reach' then r.pipeline
            when t.by_location then r.pipeline_reach
            when r.pipeline > 0 then p.reach
        end, 0) as pipeline,
        if(
            p.locations is null, null, greatest(p.locations - coalesce(r.locations, 0), 0)
        ) as missing_locations,
        case
            when p.reach is null then null
            when t.by_location then greatest(p.reach - coalesce(r.reach, 0), 0)
            when coalesce(r.locations, 0) = 0 then p.reach
            else 0
        end as missing_reach
    from gemeente_population p
    join theme_population t on t.theme = p.theme
    left join reached r on r.theme = p.theme and r.gemeente = p.gemeente
    where p.gemeente in (select gemeente from gemeente_in_scope($libraries, $regions, $gemeenten))
        and ($themes is null or list_contains($themes, p.theme))
),
figure as (
    select
        theme, gemeente,
        grouping(gemeente) = 1 as is_total,
        if(
            count(denominator) > 0, sum(numerator) filter (denominator is not null), sum(numerator)
        )::bigint as numerator,
        sum(denominator)::bigint as denominator,
        if(
            count(denominator) > 0, sum(pipeline) filter (denominator is not null), sum(pipeline)
        )::bigint as pipeline,
        sum(unlinked)::bigint as unlinked,
        sum(missing_locations)::bigint as missing_locations,
        sum(missing_reach)::bigint as missing_reach,
        if(
            count(denominator) > 0,
            coalesce(sum(numerator) filter (denominator is null), 0), 0
        )::bigint as reached_without_denominator,
        count(*) filter (denominator is null) as gemeenten_unknown,
        count(*) filter (denominator > 0 and numerator = 0) as gemeenten_empty,
        count(*) as gemeenten,
        string_agg(distinct counted_from, ', ' order by counted_from) as counted_from
    from cell
    group by grouping sets ((theme, gemeente), (theme))
)
select
    f.* exclude (is_total),
    if(denominator > 0, numerator / denominator, null) as share,
    $definition as definition,
    ($dates)[1] as measure_date,
    theme.label as theme_label, theme.theme_group, theme.population, theme.position,
    g.name as gemeente_name, g.province, g.tile_row, g.tile_col, g.inhabitants,
    left(regexp_replace(g.name, '^(''s-|''t |De |Den |Het )', ''), 3) as short_name
from figure f
join theme on theme.code = f.theme
left join gemeente g on g.code = f.gemeente
order by theme.position, g.name
