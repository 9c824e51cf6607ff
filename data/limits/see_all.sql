set search_path = 'main'
