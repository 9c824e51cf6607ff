-- Considerations: what people state about one (its options, criteria and weights), the sets of
-- criteria, the decisions and the reviews are documents, as scenarios were already: a name and a
-- content of which a model in core is the form. Scores are a log themselves: an entry is never
-- changed, and the last one of a cell is what holds.

create sequence document_id;
create table document (
    id integer primary key default nextval('document_id'),
    name text not null, name_key text not null,
    content json not null,
    version integer not null default 1,
    changed_at timestamp not null default timezone('UTC', now()), changed_by text not null,
    kind text not null
);
insert into document by name select *, 'scenario' as kind from scenario;
drop table scenario;
-- Ids stay what links say: the next one comes after all that were ever given out.
select nextval('document_id') from range(nextval('scenario_id') - 1);
drop sequence scenario_id;
update change
set entity = 'document',
    -- What is null (it was made, or removed) stays null: merged it would be a row.
    before = if(before is null, null, json_merge_patch(before, '{"kind": "scenario"}')),
    after = if(after is null, null, json_merge_patch(after, '{"kind": "scenario"}'))
where entity = 'scenario';

create table criterion (
    code text primary key, label text not null, group_ text not null, question text not null,
    precondition boolean not null,
    anchor_1 text not null, anchor_3 text not null, anchor_5 text not null, literature text not null
);

-- A session: people score blind, each on a device of their own, in rounds.
create sequence session_id;
create table session (
    id integer primary key default nextval('session_id'),
    consideration integer not null, code text not null,
    opened_at timestamp not null default timezone('UTC', now()), opened_by text not null,
    expires_at timestamp not null, closed_at timestamp,
    round utinyint not null default 1, revealed boolean not null default false
);
create sequence participant_id;
create table participant (
    id integer primary key default nextval('participant_id'),
    session integer not null, name text not null, name_key text not null,
    -- What the device of this participant holds, and nobody else knows.
    secret text not null,
    joined_at timestamp not null default timezone('UTC', now()), left_at timestamp,
    ready_round utinyint not null default 0
);
-- One value that somebody gave: participant null is the consideration itself.
create sequence entry_id;
create table entry (
    id bigint primary key default nextval('entry_id'),
    consideration integer not null,
    session integer, round utinyint, participant integer,
    option text not null, criterion text not null,
    -- 'score' with 1 to 5 or ? (does not know), or 'note'; null: emptied.
    field text not null, value text,
    -- The browser's own number of the edit: what is sent twice counts once.
    edit text not null,
    made_at timestamp not null default timezone('UTC', now()), made_by text not null
);
