-- What is entered in a place: for each cell the last score and the last note, with the entry that
-- says so. In a later round what a participant left as it was still holds; it has no entry of that
-- round, hence 0.
select option, criterion,
    arg_max_null(value, id) filter (field = 'score') as score,
    coalesce(max(id) filter (field = 'score' and round is not distinct from $round), 0)
        as score_id,
    arg_max(made_by, id) filter (field = 'score') as score_by,
    max(made_at) filter (field = 'score') as score_at,
    coalesce(arg_max_null(value, id) filter (field = 'note'), '') as note,
    coalesce(max(id) filter (field = 'note' and round is not distinct from $round), 0) as note_id,
    arg_max(made_by, id) filter (field = 'note') as note_by
from entry
where consideration = $consideration and session is not distinct from $session
    and participant is not distinct from $participant
    and ($round is null or round <= $round)
group by option, criterion
order by option, criterion
