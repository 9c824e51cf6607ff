-- A partner by its type, and by its number, which stays as long as the partner does.
select * replace (
    coalesce(upper(left(type, 1)) || type[2:], 'Partner') || ' ' || id as name,
    regexp_replace(coalesce(type, 'partner') || id, '[^a-z0-9]', '', 'g') as name_key,
    '' as changed_by
)
from partner
