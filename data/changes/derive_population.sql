-- The target populations and the values of the dimensions, from registers and facts, computed
-- anew from the views that say what they are.
delete from theme_population;
insert into theme_population by name select * from theme_population_now;
delete from gemeente_population;
insert into gemeente_population by name select * from gemeente_population_now;
delete from dimension_value;
insert into dimension_value by name select * from dimension_value_now;
