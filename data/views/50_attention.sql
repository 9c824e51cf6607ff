-- The partnerships with what needs attention about them on the measure date:
--
-- agreement_ended      active, and its end date has passed
-- agreement_ends       active, and its end date is within six months
-- evaluation_overdue   active, and the evaluation was planned before the measure date
-- promise_overdue      something was agreed with a date that has passed, and is not done
-- promise_soon         the same with a date within thirty days
-- step_overdue         active or in the pipeline, and a check of its step plan has a date that has
--                      passed and is not settled
-- check_outdated       active, and the last health check is more than a year old; one that was
--                      never checked is not here: that would be nearly all of them
-- no_owner, no_agreement, dormant, no_goal   see partnership_period_now
create or replace macro judged_on(
    in_libraries, in_chosen, in_themes, in_statuses, on_day, on_date
) as table
select
    p.partnership, library, status, hours, ends_on, evaluates_on,
    r.promised_on, r.promised_soon, r.checked_on, r.step_due_on,
    coalesce(ends_on < on_date, false) as agreement_ended,
    coalesce(ends_on >= on_date and ends_on <= (on_date + interval 6 month)::date, false)
        as agreement_ends,
    coalesce(evaluates_on < on_date, false) as evaluation_overdue,
    r.promised_on is not null as promise_overdue,
    r.promised_soon is not null as promise_soon,
    counts_as in ('active', 'pipeline') and r.step_due_on is not null as step_overdue,
    coalesce(counts_as = 'active' and r.checked_on < (on_date - interval 1 year)::date, false)
        as check_outdated,
    no_owner, no_agreement, dormant, no_goal
from partnership_on(in_libraries, in_chosen, in_themes, in_statuses, on_day) p
left join recorded_on(on_date) r on r.partnership = p.partnership;
