update batch set undone_by = $batch where id = $undone
