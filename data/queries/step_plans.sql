-- The step plans of the partnerships under the shared filters, what is late first, then by what
-- comes up next. Of the checks that apply (all but those that were set aside): how many are done,
-- in all and in the phase that the plan is in. late, late_on and next_on are of the measure date.
with chosen as (
    select partnership, library, status
    from partnership_on($libraries, $chosen, $theme_bits, $statuses, $day)
),
checked as (
    select *,
        state <> 'skipped' as applies, phase = plan_phase as is_now,
        is_unsettled(state, settled_on, $measure_date) as is_left
    from step_plan_check
),
tally as (
    select
        partnership, any_value(plan_phase) as phase,
        count(*) filter (applies) as checks,
        count(*) filter (state = 'done') as done,
        count(*) filter (state = 'busy') as busy,
        count(*) filter (applies and is_now) as phase_checks,
        count(*) filter (state = 'done' and is_now) as phase_done,
        count(*) filter (is_left and due < $measure_date) as late,
        min(due) filter (is_left and due < $measure_date) as late_on,
        min(due) filter (is_left and due >= $measure_date) as next_on
    from checked
    group by partnership
)
select
    p.id, p.name, l.name as library, status.label as status_label, p.form, p.owner, t.phase,
    t.checks, t.done, t.busy, t.phase_checks, t.phase_done,
    t.done / nullif(t.checks, 0) as done_share, t.late, t.late_on, t.next_on
from chosen c
join tally t on t.partnership = c.partnership
join partnership p on p.id = c.partnership
join library l on l.id = c.library
join status on status.code = c.status
order by t.late_on nulls last, t.next_on nulls last, p.name, p.id
