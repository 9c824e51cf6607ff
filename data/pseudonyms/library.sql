-- The library itself only if that was asked for: it is known by its gemeenten all the same.
select * replace (
    if($libraries, 'Bibliotheek ' || id, name) as name,
    if($libraries, 'bibliotheek' || id, name_key) as name_key,
    '' as changed_by
)
from library
