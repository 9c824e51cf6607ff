update session set revealed = true where id = $id
returning id
