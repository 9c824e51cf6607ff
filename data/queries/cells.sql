-- What is entered in a place: for each cell the last score and the last note, with the entry that
-- says so. In a later round what a participant left as it was still holds; it has no entry of that
-- round, hence 0.
with last as (
    select option, criterion, field,
        arg_max({'id': id, 'value': value, 'made_by': made_by, 'round': round}, id) as it
    from entry
    where consideration = $consideration and session is not distinct from $session
        and participant is not distinct from $participant
        and ($round is null or round <= $round)
    group by all
)
select option, criterion,
    any_value(it.value) filter (field = 'score') as score,
    coalesce(any_value(it.id) filter (field = 'score' and it.round is not distinct from $round), 0)
        as score_id,
    any_value(it.made_by) filter (field = 'score') as score_by,
    coalesce(any_value(it.value) filter (field = 'note'), '') as note,
    coalesce(any_value(it.id) filter (field = 'note' and it.round is not distinct from $round), 0)
        as note_id,
    any_value(it.made_by) filter (field = 'note') as note_by
from last
group by all
order by option, criterion
