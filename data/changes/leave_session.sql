update participant set left_at = timezone('UTC', now())
where id = $participant and left_at is null
returning id
