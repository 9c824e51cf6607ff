-- The last migration that the store went through.
select max(number) as version from migration
