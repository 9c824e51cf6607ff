insert into register_load (register, file_name, measure_date, locations, loaded_by)
values ($register, $file_name, $measure_date, $locations, $who)
returning id
