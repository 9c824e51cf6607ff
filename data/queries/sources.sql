-- Where every shipped fact comes from; the name of its file is for developers only.
select
    topic, regexp_replace(what, '^[a-z_]+\.csv[^:]*: ', '') as what, origin, date, licence, url
from source
order by topic, what
