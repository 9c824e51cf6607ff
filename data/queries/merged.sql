-- The gemeenten that ended or changed their code since 2015, with their successor.
select m.old_name, m.old_code, m.place, g.name as new_name, m.new_code, m.date
from gemeente_merged m join gemeente g on g.code = m.new_code
order by m.old_name, m.place nulls first
