-- What needs attention, one row per partnership and reason, on the measure date. The limits:
-- an agreement ends soon within six months; hours or budget are large from 100 hours or
-- 5,000 euro a year.
--
-- agreement_ended      active, and its end date has passed
-- agreement_ends       active, and its end date is within six months
-- evaluation_overdue   active, and the evaluation was planned before the measure date
-- no_owner             active or in the pipeline, without an owner
-- no_agreement         active with large hours or budget, without a signed agreement
-- dormant              status slapend
-- no_goal              active without any contribution of 1 or more to a goal
create or replace macro attention(
    in_libraries, in_regions, in_gemeenten, in_themes, in_statuses, on_date
) as table
with judged as (
    select
        p.*,
        case when counts_as = 'active' and end_date < on_date then end_date end as ended,
        case
            when counts_as = 'active' and end_date between on_date and on_date + interval 6 month
            then end_date
        end as ends,
        case when counts_as = 'active' and evaluation_date < on_date then evaluation_date end
            as overdue,
        counts_as <> 'none' and owner is null as no_owner,
        counts_as = 'active' and not coalesce(agreement, false)
            and (coalesce(hours, 0) >= 100 or coalesce(budget, 0) >= 5000) as no_agreement,
        status = 'slapend' as dormant,
        counts_as = 'active'
            and coalesce(list_max(list_transform(contributions, lambda c: c.value)), 0) = 0
            as no_goal
    from partnership_on(
        in_libraries, in_regions, in_gemeenten, in_themes, in_statuses, on_date
    ) p
)
select j.* exclude (ended, ends, overdue, no_owner, no_agreement, dormant, no_goal), r.*
from judged j
cross join lateral (
    select unnest([
        {'reason': 'agreement_ended', 'due': ended, 'holds': ended is not null},
        {'reason': 'agreement_ends', 'due': ends, 'holds': ends is not null},
        {'reason': 'evaluation_overdue', 'due': overdue, 'holds': overdue is not null},
        {'reason': 'no_owner', 'due': null::date, 'holds': no_owner},
        {'reason': 'no_agreement', 'due': null::date, 'holds': no_agreement},
        {'reason': 'dormant', 'due': null::date, 'holds': dormant},
        {'reason': 'no_goal', 'due': null::date, 'holds': no_goal}
    ], recursive := true)
) r
where r.holds;
