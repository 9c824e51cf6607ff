-- What follows from partnerships can be asked for some of them alone: what said so were views, and
-- are macros now. Data/derived.py computes with them only what a change touched.

drop view if exists partnership_period_now;
drop view if exists partnership_activity_now;
drop view if exists partnership_gemeente_now;
drop view if exists partnership_partner_now;
drop view if exists partner_activity_now;
drop view if exists gemeente_activity_now;
drop view if exists partnership_contribution_now;
drop view if exists partnership_reach_now;
drop view if exists partnership_uncounted_now;
