select * replace ('L' || number as id, 'Locatie ' || number as name, null as place, null as kind)
from location
