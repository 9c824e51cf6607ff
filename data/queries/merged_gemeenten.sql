select old_code, old_name, place, new_code from gemeente_merged order by all
