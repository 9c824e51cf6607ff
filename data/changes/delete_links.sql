delete from location_link l
where exists (
    from offered_links o
    where (o.partner, o.register, o.location) = (l.partner, l.register, l.location)
)
returning l.partner as id
