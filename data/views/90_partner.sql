-- A name as it is searched: see core.names.name_key.
create or replace macro name_key_of(name) as
    regexp_replace(lower(strip_accents(name)), '[^a-z0-9]+', '', 'g');

-- Two or more partners that look alike of which a person decided that they are not the same.
create or replace view stated_distinct_partners as
select *, list_transform(content ->> '$.partners[*]', lambda one: one::integer) as partners
from document
where kind = 'distinct_partners';

-- Other names under which partners are found: what was merged away, or what one was called before.
create or replace view partner_alias as
select id, name, name_key, version, (content ->> 'partner')::integer as partner,
    content ->> 'gemeente' as gemeente
from document
where kind = 'partner_alias';

-- With what a partner is found under the shared filters: each of its partnerships as it stood on
-- the measure date. One that had not begun by then is none.
create or replace macro partner_on(
    in_libraries, in_chosen, in_themes, in_statuses, on_day
) as table
select o.partner, v.*
from partnership_on(in_libraries, in_chosen, in_themes, in_statuses, on_day) v
join partnership_partner o on o.partnership = v.partnership;
