-- The regions that people choose from: provinces first, then the regions inside one.
select
    r.code, r.name, r.kind, r.province,
    if(r.kind = 'province', r.name || ' (provincie)', r.name) as label
from region r
order by r.kind, r.name
