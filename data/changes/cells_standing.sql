-- What stands in these cells before an edit: the last entry of each field, and which of the given
-- edits were entered before (also in an earlier round: a browser may send one again late).
select option, criterion, field,
    arg_max({'id': id, 'value': value, 'edit': edit, 'made_by': made_by}, id)
        filter (round is not distinct from $round) as last,
    list(edit) filter (list_contains($edits, edit)) as entered
from entry
where consideration = $consideration and session is not distinct from $session
    and participant is not distinct from $participant
    and list_contains($options, option) and list_contains($criteria, criterion)
group by all
