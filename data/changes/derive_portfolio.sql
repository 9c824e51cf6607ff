-- What follows from the portfolio and its registers, computed anew from the views that say what
-- it is. Each table may use those before it.
delete from partnership_period;
insert into partnership_period by name select * from partnership_period_now;
delete from partnership_activity;
insert into partnership_activity by name select * from partnership_activity_now;
delete from partnership_gemeente;
insert into partnership_gemeente by name select * from partnership_gemeente_now;
delete from partnership_partner;
insert into partnership_partner by name select * from partnership_partner_now;
delete from partner_activity;
insert into partner_activity by name select * from partner_activity_now;
delete from gemeente_activity;
insert into gemeente_activity by name select * from gemeente_activity_now;
delete from goal_weight;
insert into goal_weight by name select * from goal_weight_now;
delete from partnership_contribution;
insert into partnership_contribution by name select * from partnership_contribution_now;
delete from partnership_reach;
insert into partnership_reach by name select * from partnership_reach_now;
delete from partnership_uncounted;
insert into partnership_uncounted by name select * from partnership_uncounted_now;
