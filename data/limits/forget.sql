-- What was made of seen.sql is of the views of that version.
drop schema if exists seen cascade
