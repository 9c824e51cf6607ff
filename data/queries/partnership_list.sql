-- Partnerships under the shared filters that hold every word, a page of them in the order that is
-- asked, with how many there are in all. A word is found in the name, that of the library or of a
-- partner, and in the owner.
with in_view as (
    select v.partnership as id, v.status, v.library
    from partnership_on($libraries, $chosen, $theme_bits, $statuses, $day) v
),
word as (
    select unnest($words::text[]) as word
),
-- Each owner once: there are few.
owner_key as (
    select owner, regexp_replace(lower(strip_accents(owner)), '[^a-z0-9]', '', 'g') as name_key
    from (select distinct owner from partnership where owner is not null)
),
hit as (
    select p.id, w.word from word w join partnership p on contains(p.name_key, w.word)
    union
    select p.id, w.word
    from word w
    join owner_key o on contains(o.name_key, w.word)
    join partnership p on p.owner = o.owner
    union
    select o.partnership, w.word
    from word w
    join partner on contains(partner.name_key, w.word)
    join partnership_partner o on o.partner = partner.id
    union
    select p.id, w.word
    from word w
    join library l on contains(l.name_key, w.word)
    join partnership p on p.library = l.id
),
found as (
    select * from in_view
    where $words is null or id in (
        select id from hit group by id having count(*) = (select count(*) from word)
    )
),
sorted as (
    select
        f.id, f.status, p.name_key,
        case $sort
            when 'name' then p.name_key
            when 'library' then l.name_key
            when 'owner' then lower(p.owner)
            when 'form' then p.form
        end as words,
        case $sort
            when 'status' then s.position
            when 'hours' then p.hours
            when 'budget' then p.budget
            when 'start_date' then day_number(p.start_date)
            when 'end_date' then day_number(p.end_date)
            when 'evaluation_date' then day_number(p.evaluation_date)
            when 'changed_at' then epoch(p.changed_at)
        end * if($descending, -1, 1) as amount
    from found f
    join partnership p on p.id = f.id
    join library l on l.id = p.library
    join status s on s.code = f.status
),
page as (
    from sorted
    order by
        if($descending, null, words) nulls last, if($descending, words, null) desc nulls last,
        amount nulls last, name_key, id
    limit $limit offset $offset
)
select
    p.id, p.version, p.name, l.name as library, o.names as partners, t.labels as theme_labels,
    coalesce(g.names, ['hele werkgebied']) as gemeente_names, s.label as status_label,
    list_transform(
        list_reverse_sort(list_filter(
            list_transform(p.contributions, lambda c: {'value': c.value, 'goal': c.goal}),
            lambda c: c.value > 0
        )),
        lambda c: c.goal || ' ' || repeat('●', c.value)
    ) as goal_profile,
    p.owner, p.form, p.level, p.programmes, p.agreement, p.agreement_date, p.hours, p.budget,
    p.start_date, p.end_date, p.evaluation_date, len(p.locations) as locations,
    p.intended_result, p.actual_result, p.note, p.ended_reason, p.changed_by, p.changed_at,
    (select count(*) from found) as total
from page v
join partnership p on p.id = v.id
join library l on l.id = p.library
join status s on s.code = v.status
left join partners_in_words((select list(id) from page)) o on o.id = v.id
left join themes_in_words((select list(id) from page)) t on t.id = v.id
left join gemeenten_in_words((select list(id) from page)) g on g.id = v.id
order by
    if($descending, null, v.words) nulls last, if($descending, v.words, null) desc nulls last,
    v.amount nulls last, v.name_key, v.id
