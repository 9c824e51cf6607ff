-- How many partnerships each reason for attention holds for, and all reasons together (reason
-- is null), where a partnership with two reasons counts once.
with combination as (
    select
        agreement_ended, agreement_ends, evaluation_overdue, no_owner, no_agreement, dormant,
        no_goal, promise_overdue, promise_soon, check_outdated, step_overdue, count(*) as n
    from judged_on($libraries, $chosen, $theme_bits, $statuses, $day, $measure_date)
    group by all
),
counted as (
    select unnest([
        {'reason': null, 'n': sum(n) filter (
            agreement_ended or agreement_ends or evaluation_overdue or no_owner
            or no_agreement or dormant or no_goal or promise_overdue or promise_soon
            or check_outdated or step_overdue
        )},
        {'reason': 'agreement_ended', 'n': sum(n) filter (agreement_ended)},
        {'reason': 'agreement_ends', 'n': sum(n) filter (agreement_ends)},
        {'reason': 'evaluation_overdue', 'n': sum(n) filter (evaluation_overdue)},
        {'reason': 'no_owner', 'n': sum(n) filter (no_owner)},
        {'reason': 'no_agreement', 'n': sum(n) filter (no_agreement)},
        {'reason': 'dormant', 'n': sum(n) filter (dormant)},
        {'reason': 'no_goal', 'n': sum(n) filter (no_goal)},
        {'reason': 'promise_overdue', 'n': sum(n) filter (promise_overdue)},
        {'reason': 'promise_soon', 'n': sum(n) filter (promise_soon)},
        {'reason': 'check_outdated', 'n': sum(n) filter (check_outdated)},
        {'reason': 'step_overdue', 'n': sum(n) filter (step_overdue)}
    ], recursive := true)
    from combination
)
select reason, coalesce(n, 0)::bigint as partnerships from counted where n > 0 or reason is null
