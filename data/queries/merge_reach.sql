-- How many partnerships have a partner that would go when these ($gone) are merged into another.
select count(distinct partnership) as partnerships
from partnership_partner
where partner in (select unnest($gone::integer[]))
