select l.* replace ('L' || o.number as location, '' as decided_by)
from location_link l
join location o on (o.register, o.id) = (l.register, l.location)
