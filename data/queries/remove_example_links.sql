delete from location_link
where partner in (select id from example_partner)
