-- The files of materials: their bytes, once however many materials have the same. A material is a
-- document and names its file by this hash (SHA-256), so that it stays small in the change log; a
-- copy of the store has the files as well. A file stays when its material is removed: an undo
-- brings the material back, and the file must be there. Who needs the room clears by hand what no
-- material refers to any more (changes/clear_unused_files.sql).
create table material_file (
    hash text primary key,
    content blob not null,
    size integer not null,
    added_at timestamp not null default timezone('UTC', now()), added_by text not null
);
