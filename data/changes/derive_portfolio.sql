-- What follows from partnerships, computed anew from the views that say what it is: of these
-- partnerships, or of all (null). Each table may use those before it.
delete from partnership_period where is_among(partnership, $partnerships::integer[]);
insert into partnership_period by name
from partnership_period_now($partnerships::integer[]);
delete from partnership_activity where is_among(partnership, $partnerships::integer[]);
insert into partnership_activity by name
from partnership_activity_now($partnerships::integer[]);
delete from partnership_gemeente where is_among(partnership, $partnerships::integer[]);
insert into partnership_gemeente by name
from partnership_gemeente_now($partnerships::integer[]);
delete from partnership_partner where is_among(partnership, $partnerships::integer[]);
insert into partnership_partner by name
from partnership_partner_now($partnerships::integer[]);
delete from partner_activity where is_among(partnership, $partnerships::integer[]);
insert into partner_activity by name
from partner_activity_now($partnerships::integer[]);
delete from gemeente_activity where is_among(partnership, $partnerships::integer[]);
insert into gemeente_activity by name
from gemeente_activity_now($partnerships::integer[]);
delete from partnership_contribution where is_among(partnership, $partnerships::integer[]);
insert into partnership_contribution by name
from partnership_contribution_now($partnerships::integer[]);
delete from partnership_reach where is_among(partnership, $partnerships::integer[]);
insert into partnership_reach by name
from partnership_reach_now($partnerships::integer[]);
delete from partnership_uncounted where is_among(partnership, $partnerships::integer[]);
insert into partnership_uncounted by name
from partnership_uncounted_now($partnerships::integer[]);
