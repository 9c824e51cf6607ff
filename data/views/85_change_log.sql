-- A row of the change log as far as two of them are compared: without who wrote it when, whose it
-- is (that follows from the rest), and what has no value, because a column that came later has none
-- in an older row.
create or replace macro compared(logged) as if(
    logged is null, null, json_merge_patch(
        '{}', json_merge_patch(
            logged,
            '{"version": null, "changed_at": null, "changed_by": null, "libraries": null}'
        )
    )
);
