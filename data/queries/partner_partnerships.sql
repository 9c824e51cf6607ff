-- Every partnership of one partner, whatever the filters, as it stood on the measure date: those
-- that count first, then by library and name. `since` is the day on which it first stood in its
-- history, where that is known, else its start date; `goals` those that it serves directly.
with member as (
    select p.*
    from partnership p
    join partnership_partner o on o.partnership = p.id
    where o.partner = $id
),
stood as (
    select partnership, status, counts_as
    from partnership_period
    where valid_from <= $day and $day < valid_to and partnership in (select id from member)
)
select
    m.id, m.name, m.library as library_id, l.name as library,
    coalesce(status.label, 'nog niet begonnen') as status_label,
    coalesce(s.status, '') as status, coalesce(s.counts_as, 'none') as counts_as,
    coalesce(m.start_date, m.history[1].since) as since, m.end_date,
    m.form, m.owner, m.hours, m.budget, len(m.locations) as location_count,
    (
        select list(t.label order by t.position) from theme t
        where list_contains(m.themes, t.code)
    ) as theme_labels,
    coalesce((
        select list(other.name order by other.name)
        from partner other
        where list_contains(m.partners, other.id) and other.id <> $id
    ), []) as others,
    coalesce((
        select list(w.goal order by w.position)
        from partnership_contribution c
        join goal_weight w
            on w.library = m.library and w.goal = c.goal
            and w.valid_from <= $day and $day < w.valid_to
        where c.partnership = m.id and c.value >= 2
    ), []) as goals,
    coalesce((
        select list(concat(w.goal, ' ', w.label) order by w.position)
        from partnership_contribution c
        join goal_weight w
            on w.library = m.library and w.goal = c.goal
            and w.valid_from <= $day and $day < w.valid_to
        where c.partnership = m.id and c.value >= 2
    ), []) as goal_labels
from member m
join library l on l.id = m.library
left join stood s on s.partnership = m.id
left join status on status.code = s.status
order by
    case coalesce(s.counts_as, 'none') when 'active' then 0 when 'pipeline' then 1 else 2 end,
    l.name, m.name, m.id
