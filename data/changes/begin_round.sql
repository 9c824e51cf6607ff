update session set round = round + 1, revealed = false where id = $id
returning id
