select * replace ($hidden as file_name, '' as loaded_by) from register_load
