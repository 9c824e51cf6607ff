insert into partner by name
select *, $who as changed_by from example_partner
