-- The statuses and what each counts as.
select
    label, description,
    case counts_as
        when 'active' then 'lopend' when 'pipeline' then 'in voorbereiding' else 'telt niet mee'
    end as counts
from status order by position
