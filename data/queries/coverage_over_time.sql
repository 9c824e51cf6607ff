-- Coverage per theme, in scope, on the six dates of cell_coverage_over_time: its sums. As in a total
-- of coverage, only gemeenten with a known denominator take part, or all where none is known.
with total as (
    select
        measure_date, theme, theme_label, theme_group, position,
        if(
            count(denominator) > 0, sum(numerator) filter (denominator is not null), sum(numerator)
        )::bigint as numerator,
        sum(denominator)::bigint as denominator
    from cell_coverage_over_time
    where list_contains($scope, gemeente) and ($themes is null or list_contains($themes, theme))
    group by all
)
select
    measure_date, theme, theme_label, theme_group, numerator, denominator,
    if(denominator > 0, numerator / denominator, null) as share
from total
order by measure_date, position
