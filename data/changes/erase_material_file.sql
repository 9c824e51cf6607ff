update material_file
set added_by = e.content ->> 'added_by'
from erased e
where e.place = 'material_file' and e.id = material_file.hash
