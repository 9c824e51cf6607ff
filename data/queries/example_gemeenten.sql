-- The gemeenten in which the example may place something, with the region that names it.
select
    g.code, g.name, g.province, g.latitude, g.longitude,
    coalesce(g.inhabitants, 45000) as inhabitants,
    g.po_bo + g.po_sbo as po, g.vo,
    coalesce(min(r.name) filter (r.kind = 'region'), min(p.name)) as region
from gemeente g
left join region p on p.code = g.province
left join region_gemeente rg on rg.gemeente = g.code
left join region r on r.code = rg.region
group by all
order by g.code
