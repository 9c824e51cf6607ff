select code, name, name as spelling from gemeente
union all
select code, name, alias from gemeente_alias join gemeente on code = gemeente
order by all
