-- Goals per library with their weights, each set valid from a day until the next; and with a
-- contribution what came of it and why it was judged so.

alter table library add column goal_sets
    struct(valid_from date, goals struct(code text, label text, weight double)[])[] default [];

alter table partnership alter column contributions
    set data type struct(goal text, value utinyint, realised utinyint, reason text)[]
    using list_transform(contributions, lambda c: {
        'goal': c.goal, 'value': c.value, 'realised': null::utinyint, 'reason': null::text
    });

-- Filled from the views of these names with _now.
create table goal_weight (
    library integer not null, goal text not null, label text not null,
    weight double not null, position integer not null,
    valid_from integer not null, valid_to integer not null
);
create table partnership_contribution (
    partnership integer not null, goal text not null, value utinyint, realised utinyint
);

-- The change log holds rows as they were stored, and an undo compares them, field by field in
-- their order: those from before get the new fields too, so that they can still be undone.
create temp macro with_new_fields(entity, logged) as case entity
    when 'library' then json_merge_patch(logged, '{"goal_sets": []}')
    else regexp_replace(
        logged::text, '\{"goal":("[^"]*"),"value":(\d+)\}',
        '{"goal":\1,"value":\2,"realised":null,"reason":null}', 'g'
    )::json
end;
update change
set before = with_new_fields(entity, before), after = with_new_fields(entity, after)
where entity in ('library', 'partnership');
drop macro with_new_fields;
