insert into theme_population by name select * from theme_population_now
