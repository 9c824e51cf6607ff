-- Every row in which a person can be named, as JSON: those that are there, and those in the change
-- log as they were. `place` is the table, or the kind of a document (core/personal_data.py);
-- `logged` is the number in the change log and `side` before or after, null for what is there.
create or replace view personal_row as
select 'partnership' as place, id::text as id, null::bigint as logged, null::text as side,
    to_json(p) as content
from partnership p
union all
select 'library', id::text, null, null, to_json(l) from library l
union all
select 'partner', id::text, null, null, to_json(p) from partner p
union all
select kind, id::text, null, null, to_json(d) from document d
union all
select 'location', concat_ws('|', register, id), null, null, to_json(l) from location l
union all
select 'location_link', concat_ws('|', partner, register, location), null, null, to_json(l)
from location_link l
union all
select 'register_load', id::text, null, null, to_json(r) from register_load r
union all
select 'batch', id::text, null, null, to_json(b) from batch b
union all
select 'session', id::text, null, null, to_json(s) from "session" s
union all
select 'participant', id::text, null, null, to_json(p) from participant p
union all
select 'entry', id::text, null, null, to_json(e) from entry e
union all
select 'material_file', hash, null, null, json_object('added_by', added_by) from material_file
union all
select if(entity = 'document', before ->> 'kind', entity), entity_id, id, 'before', before
from change where before is not null
union all
select if(entity = 'document', after ->> 'kind', entity), entity_id, id, 'after', after
from change where after is not null;
