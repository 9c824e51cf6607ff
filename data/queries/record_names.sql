-- What the codes in a change of a partnership are called: a kind, a code and its label. Of partners
-- those with these ids, also where no partnership has them any more.
select 'partner' as kind, id::text as code, name as label
from partner where id in (select unnest($partners::integer[]))
union all
select 'library', id::text, name from library
union all
select 'theme', code, label from theme
union all
select 'gemeente', code, name from gemeente
union all
select 'status', code, label from status
