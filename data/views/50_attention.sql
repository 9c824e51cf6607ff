-- The partnerships with what needs attention about them on the measure date:
--
-- agreement_ended      active, and its end date has passed
-- agreement_ends       active, and its end date is within six months
-- evaluation_overdue   active, and the evaluation was planned before the measure date
-- no_owner, no_agreement, dormant, no_goal   see partnership_period_now
create or replace macro judged_on(
    in_libraries, in_chosen, in_themes, in_statuses, on_day, on_date
) as table
select
    partnership, library, status, hours, ends_on, evaluates_on,
    coalesce(ends_on < on_date, false) as agreement_ended,
    coalesce(ends_on >= on_date and ends_on <= (on_date + interval 6 month)::date, false)
        as agreement_ends,
    coalesce(evaluates_on < on_date, false) as evaluation_overdue,
    no_owner, no_agreement, dormant, no_goal
from partnership_on(in_libraries, in_chosen, in_themes, in_statuses, on_day);
