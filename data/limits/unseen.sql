-- Of the rows of sessions that were written (ids): how many somebody who sees only the libraries in
-- the variable of the connection does not see.
select
    len($sessions::integer[]) - count_in.sessions
    + len($participants::integer[]) - count_in.participants
    + len($entries::bigint[]) - count_in.entries as unseen
from (
    select
        (select count(*) from session where id in (select unnest($sessions::integer[])))
            as sessions,
        (select count(*) from participant where id in (select unnest($participants::integer[])))
            as participants,
        (select count(*) from entry where id in (select unnest($entries::bigint[]))) as entries
) as count_in
