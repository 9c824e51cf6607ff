-- Why a partnership ended, in words. An undo leaves out of account what has no value, so changes
-- from before this column can still be undone.

alter table partnership add column ended_reason text;
