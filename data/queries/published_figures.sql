-- The published national figures as they were published, and our definition where it is the same.
select
    theme.label as theme_label, p.indicator, p.published, p.numerator, p.denominator,
    p.denominator_definition, p.definition, p.period, p.source,
    coalesce(case p.definition
        when 'contact' then 'Contact' when 'structural' then 'Structureel'
        when 'programme' then 'Programma' when 'reach' then 'Bereik'
    end, '–') as definition_label
from published_coverage p join theme on theme.code = p.theme
order by theme.position, p.period, p.indicator
