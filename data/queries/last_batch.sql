-- The last change of the data: what a figure of now stands on.
select id, made_at from batch order by id desc limit 1
