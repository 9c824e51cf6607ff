-- Names and contents are hidden by what each kind holds (data/anonymous.py).
select * replace ('' as changed_by) from document order by id
