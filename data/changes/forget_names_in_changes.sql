-- The rows as they were name who changed them too; an undo does not compare that.
update change
set
    before = if(before ->> 'changed_by' is null, before, json_merge_patch(before, $patch::json)),
    after = if(after ->> 'changed_by' is null, after, json_merge_patch(after, $patch::json))
from batch b
where b.id = change.batch and b.made_at < $now::timestamp - to_months($months::integer)
    and (before ->> 'changed_by' <> $unknown or after ->> 'changed_by' <> $unknown)
