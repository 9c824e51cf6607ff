delete from partner where id in (select id from example_partner)
