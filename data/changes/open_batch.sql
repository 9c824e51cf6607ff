insert into batch (who, action) values ($who, $action) returning id
