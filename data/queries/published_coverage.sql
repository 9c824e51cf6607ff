-- Published national figures whose definition is ours, as a share where that can be had.
select
    p.theme, theme.label as theme_label, p.indicator,
    coalesce(try_cast(rtrim(p.published, '%') as double) / 100, p.numerator / p.denominator) as share,
    p.numerator, p.denominator, p.denominator_definition, p.published, p.period, p.source
from published_coverage p
join theme on theme.code = p.theme
where p.definition = $definition
    and coalesce(try_cast(rtrim(p.published, '%') as double) / 100, p.numerator / p.denominator) is not null
order by theme.position, p.period
