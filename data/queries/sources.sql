-- Where every shipped fact comes from; the name of its file is for developers only. `kind`: our
-- own work, a figure about libraries as somebody published it, or another fact of others.
select
    case
        when licence = 'eigen werk' then 'own'
        when starts_with(topic, 'Landelijke cijfers') then 'published'
        else 'facts'
    end as kind,
    topic, regexp_replace(what, '^[a-z_]+\.csv[^:]*: ', '') as what, origin, date, licence, url
from source
order by topic, what
