-- Where every shipped fact comes from; the name of its file is for developers only. `kind`: our own
-- work (own), a figure about libraries as somebody published it, or another of the facts of others.
select
    kind, topic, regexp_replace(what, '^[a-z_]+\.csv[^:]*: ', '') as what,
    origin, date, licence, url
from source
order by topic, what
