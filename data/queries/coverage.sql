-- Coverage on the measure date per theme and gemeente in scope, and per theme (gemeente is null):
-- the chosen rows of cell_coverage and their sums.
-- A total adds up the gemeenten whose denominator is known, or all where none is; what was reached
-- in the others is in reached_without_denominator.
with cell as (
    from cell_coverage
    where list_contains($scope, gemeente) and ($themes is null or list_contains($themes, theme))
),
total as (
    select
        theme, theme_label, theme_group, population, position, definition, measure_date,
        if(
            count(denominator) > 0, sum(numerator) filter (denominator is not null), sum(numerator)
        )::bigint as numerator,
        sum(denominator)::bigint as denominator,
        if(
            count(denominator) > 0, sum(pipeline) filter (denominator is not null), sum(pipeline)
        )::bigint as pipeline,
        sum(unlinked)::bigint as unlinked,
        sum(unsized)::bigint as unsized,
        sum(missing_locations)::bigint as missing_locations,
        sum(missing_reach)::bigint as missing_reach,
        if(
            count(denominator) > 0,
            coalesce(sum(numerator) filter (denominator is null), 0), 0
        )::bigint as reached_without_denominator,
        sum(gemeenten_unknown)::bigint as gemeenten_unknown,
        sum(gemeenten_empty)::bigint as gemeenten_empty,
        sum(gemeenten)::bigint as gemeenten,
        string_agg(distinct counted_from, ', ' order by counted_from) as counted_from
    from cell
    group by all
)
from cell
union all by name
select *, if(denominator > 0, numerator / denominator, null) as share from total
order by position, gemeente_name
