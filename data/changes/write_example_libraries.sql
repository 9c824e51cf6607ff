insert into library by name
select *, true as is_example, $who as changed_by from example_library
