-- The partnerships that need attention for one $reason, most urgent first: by the date that has
-- passed or is near, then the largest in hours.
with urgent as (
    select
        partnership as id, library, status, hours,
        case $reason
            when 'agreement_ended' then ends_on
            when 'evaluation_overdue' then evaluates_on
            when 'agreement_ends' then ends_on
            when 'promise_overdue' then promised_on
            when 'promise_soon' then promised_soon
            when 'check_outdated' then checked_on
            when 'step_overdue' then step_due_on
        end::date as due
    from judged_on($libraries, $chosen, $theme_bits, $statuses, $day, $measure_date)
    where case $reason
        when 'agreement_ended' then agreement_ended
        when 'evaluation_overdue' then evaluation_overdue
        when 'agreement_ends' then agreement_ends
        when 'promise_overdue' then promise_overdue
        when 'promise_soon' then promise_soon
        when 'check_outdated' then check_outdated
        when 'step_overdue' then step_overdue
        when 'no_agreement' then no_agreement
        when 'no_owner' then no_owner
        when 'dormant' then dormant
        when 'no_goal' then no_goal
    end
    order by due, hours desc nulls last, id
    limit $limit
),
partner_of as (
    select o.partnership as id, list(partner.name order by partner.name) as names
    from partnership_partner o
    join partner on partner.id = o.partner
    where o.partnership in (select id from urgent)
    group by o.partnership
),
gemeente_of as (
    select s.partnership as id, list(g.name order by g.name) as names,
        list(g.code order by g.name) as codes
    from partnership_gemeente s
    join gemeente g on g.code = s.gemeente
    where s.partnership in (select id from urgent)
    group by s.partnership
)
select
    u.id, p.name, l.name as library, $reason::text as reason, u.due,
    u.status, status.label as status_label,
    p.owner, p.hours, p.budget, p.end_date, p.evaluation_date, p.themes,
    g.codes as gemeenten, g.names as gemeente_names, o.names as partners
from urgent u
join partnership p on p.id = u.id
join library l on l.id = u.library
join status on status.code = u.status
left join partner_of o on o.id = u.id
left join gemeente_of g on g.id = u.id
order by u.due, u.hours desc nulls last, u.id
