update partner
set type = t.type, gemeente = coalesce(t.gemeente, partner.gemeente),
    version = version + 1, changed_by = $who, changed_at = timezone('UTC', now())
from typed_partners t
where partner.id = t.id and partner.type is null
returning partner.id
