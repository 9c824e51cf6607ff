-- The rows in which somebody may be named, and all that was ever logged of some of them (`whole`,
-- as place and id with a space between).
select place, id, logged, side, content::text as content
from personal_row
where regexp_matches(content::text, $near) or list_contains($whole, place || ' ' || id)
