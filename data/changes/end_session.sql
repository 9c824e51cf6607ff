update session set closed_at = timezone('UTC', now()) where id = $id
returning id
