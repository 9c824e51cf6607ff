select * replace ('L' || number as id, 'Locatie ' || number as name, null as place)
from location
