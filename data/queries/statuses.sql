-- The statuses in the order of a partnership's life.
select code, label, counts_as, description from status order by position
