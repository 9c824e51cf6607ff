-- The partnerships that need attention, most urgent first: a passed date before a coming one,
-- then the largest in hours. Without a $reason: for every reason.
with wanted as (
    select *
    from (
        values
            (1, 'agreement_ended'), (2, 'evaluation_overdue'), (3, 'agreement_ends'),
            (4, 'no_agreement'), (5, 'no_owner'), (6, 'dormant'), (7, 'no_goal')
    ) as reason (urgency, reason)
    where $reason is null or reason = $reason
),
urgent as (
    select
        j.partnership as id, j.library, j.status, j.hours, w.urgency, w.reason,
        case w.urgency when 1 then ends_on when 2 then evaluates_on when 3 then ends_on end
            as due
    from judged_on($libraries, $chosen, $theme_bits, $statuses, $day, $measure_date) j
    join wanted w on case w.urgency
        when 1 then agreement_ended
        when 2 then evaluation_overdue
        when 3 then agreement_ends
        when 4 then no_agreement
        when 5 then no_owner
        when 6 then dormant
        else no_goal
    end
    order by w.urgency, due, hours desc nulls last, id
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
    u.id, p.name, l.name as library, u.reason, u.due, u.status, status.label as status_label,
    p.owner, p.hours, p.budget, p.end_date, p.evaluation_date, p.themes,
    g.codes as gemeenten, g.names as gemeente_names, o.names as partners
from urgent u
join partnership p on p.id = u.id
join library l on l.id = u.library
join status on status.code = u.status
left join partner_of o on o.id = u.id
left join gemeente_of g on g.id = u.id
order by u.urgency, u.due, u.hours desc nulls last, u.id
