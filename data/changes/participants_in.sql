-- Those who take part now, to judge who wants to.
select id, name_key from participant where session = $session and left_at is null
