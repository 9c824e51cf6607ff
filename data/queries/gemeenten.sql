-- All gemeenten with their regions (the province is one of them), and as what they are searched.
select
    g.code, g.name, searched_name(g.name) as searched, g.province, g.inhabitants,
    list_concat([g.province], coalesce(list(r.region) filter (r.region is not null), [])) as regions
from gemeente g left join region_gemeente r on r.gemeente = g.code
group by g.code, g.name, g.province, g.inhabitants
order by g.name
