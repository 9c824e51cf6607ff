set search_path = 'seen,main'
