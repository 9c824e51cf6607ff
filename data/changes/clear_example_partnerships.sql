delete from partnership where library in (select id from library where is_example)
