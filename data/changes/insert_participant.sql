insert into participant (session, name, name_key, secret)
values ($session, $name, $name_key, $secret)
returning id, name, secret
