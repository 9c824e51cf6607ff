-- Being ready with a round that is over means nothing.
update participant
set ready_round = if($ready, $round, 0)
where id = $participant and session in (
    select id from session_state where running and round = $round and not revealed
)
returning id
