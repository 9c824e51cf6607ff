-- The goals of the libraries, computed anew from the view that says what they are.
delete from goal_weight;
insert into goal_weight by name from goal_weight_now;
