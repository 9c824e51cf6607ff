-- What the partners under the shared filters come to on the measure date: how many there are with
-- an active partnership, how many of these work with more than one library, how many have no type;
-- and in `partners` all with a partnership of any status.
with counted as (
    select
        partner,
        count(*) filter (counts_as = 'active') as active,
        count(distinct library) filter (counts_as = 'active') as libraries
    from partner_on($libraries, $chosen, $theme_bits, $statuses, $day)
    group by partner
)
select
    count(*) as partners,
    count(*) filter (c.active > 0) as active,
    count(*) filter (c.libraries > 1) as shared,
    count(*) filter (p.type is null) as untyped
from counted c
join partner p on p.id = c.partner
