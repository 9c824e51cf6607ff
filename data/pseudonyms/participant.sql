select * replace ('Deelnemer ' || id as name, 'deelnemer' || id as name_key, '' as secret)
from participant
