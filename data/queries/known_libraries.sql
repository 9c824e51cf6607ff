select id, name, name_key, gemeenten, is_example from library order by name
