-- The step plans of the partnerships under the shared filters, what is late first, then by what
-- comes up next. Of the checks that apply (all but those that were set aside): how many are done,
-- in all and in the phase that the plan is in. late, late_on and next_on are of the measure date.
with chosen as (
    select partnership, library, status
    from partnership_on($libraries, $chosen, $theme_bits, $statuses, $day)
),
tally as (
    select
        c.partnership,
        count(*) filter (c.state <> 'skipped') as checks,
        count(*) filter (c.state = 'done') as done,
        count(*) filter (c.state = 'busy') as busy,
        count(*) filter (c.state <> 'skipped' and c.phase = s.phase) as phase_checks,
        count(*) filter (c.state = 'done' and c.phase = s.phase) as phase_done
    from step_plan_check c
    join stated_step_plan s on s.partnership = c.partnership
    group by c.partnership
),
dated as (
    select
        partnership,
        count(*) filter (due < $measure_date) as late,
        min(due) filter (due < $measure_date) as late_on,
        min(due) filter (due >= $measure_date) as next_on
    from unsettled_on($measure_date)
    group by partnership
)
select
    p.id, p.name, l.name as library, status.label as status_label, p.form, p.owner, s.phase,
    tally.checks, tally.done, tally.busy, tally.phase_checks, tally.phase_done,
    tally.done / nullif(tally.checks, 0) as done_share,
    coalesce(d.late, 0) as late, d.late_on, d.next_on
from chosen c
join stated_step_plan s on s.partnership = c.partnership
join partnership p on p.id = c.partnership
join library l on l.id = c.library
join status on status.code = c.status
join tally on tally.partnership = c.partnership
left join dated d on d.partnership = c.partnership
order by d.late_on nulls last, d.next_on nulls last, p.name, p.id
