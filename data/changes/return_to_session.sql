update participant set left_at = null where id = $participant
returning id
