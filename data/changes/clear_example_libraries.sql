delete from library where is_example
