-- The persons at partners whom the library can turn to.
create or replace view stated_contact_person as
select *, (content ->> 'partner')::integer as partner
from document
where kind = 'contact_person';
