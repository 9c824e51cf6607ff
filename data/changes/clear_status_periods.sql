delete from status_period where partnership in (select id from incoming)
