insert into gemeente_population by name select * from gemeente_population_now
