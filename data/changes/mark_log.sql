-- What this batch says of a document as it is now, has its libraries as they are now.
update change
set after = json_merge_patch(after, json_object('libraries', d.libraries))
from document d
where change.batch = $batch and change.entity = 'document' and change.after is not null
    and d.id = try_cast(change.entity_id as integer)
