-- The goals of each library with their weights (points that sum to 100), from the day on which a
-- set holds until that of the next. Before its first own set a library has the shipped goals,
-- which weigh the same.
create or replace view goal_weight_now as
with own as (
    select l.id as library, unnest(l.goal_sets) as one
    from library l
),
set_ as (
    select
        library, one.goals as goals, one.valid_from as since,
        lead(one.valid_from) over (partition by library order by one.valid_from) as until
    from own
),
numbered as (
    select
        library, unnest(goals) as goal, generate_subscripts(goals, 1) as position,
        day_number(since) as valid_from, coalesce(day_number(until), 99999999) as valid_to
    from set_
),
shipped as (
    select
        code, label, 100 / count(*) over ()::double as weight,
        row_number() over (order by code) as position
    from goal
)
select
    library, goal.code as goal, goal.label as label, goal.weight as weight, position,
    valid_from, valid_to
from numbered
union all
select
    l.id, s.code, s.label, s.weight, s.position, 0,
    coalesce(
        (select min(day_number(f.since)) from set_ f where f.library = l.id), 99999999
    )
from library l
cross join shipped s;

create or replace macro partnership_contribution_now(in_partnerships) as table
with judged as (
    select id as partnership, unnest(contributions) as c
    from present_partnership(in_partnerships)
)
select partnership, c.goal as goal, c.value as value, c.realised as realised
from judged
order by partnership, goal;

-- The active partnerships under the shared filters with each goal of their library on the measure
-- date: a row per partnership and goal. `value` is the expected contribution: 0 none, 1 indirect,
-- 2 direct, 3 core, null where it was not judged.
create or replace macro contribution_on(
    in_libraries, in_chosen, in_themes, in_statuses, on_day
) as table
select
    v.partnership, v.library, v.hours, v.budget,
    w.goal, w.label, w.weight, w.position, c.value, c.realised
from partnership_on(in_libraries, in_chosen, in_themes, in_statuses, on_day) v
join goal_weight w
    on w.library = v.library and w.valid_from <= on_day and on_day < w.valid_to
left join partnership_contribution c on c.partnership = v.partnership and c.goal = w.goal
where v.counts_as = 'active';

-- Where each goal of a library is to be served: a row per library under the filters, gemeente of
-- its werkgebied in scope and goal with a weight on the measure date.
create or replace macro goal_cell(in_libraries, in_scope, on_day) as table
select l.id as library, served.gemeente, w.goal, w.weight
from library l
cross join unnest(l.gemeenten) as served(gemeente)
join goal_weight w
    on w.library = l.id and w.valid_from <= on_day and on_day < w.valid_to and w.weight > 0
where (in_libraries is null or list_contains(in_libraries, l.id))
    and served.gemeente in (select unnest(in_scope));

-- What its contributions add up to for each of them: their mean (0-3) weighed by the goals, as
-- 0-100. A goal that was not judged adds nothing, so `alignment` is the least that it can be and
-- `at_most` the most; without any judged goal it is unknown (null).
--
-- strongest   the goal with its highest contribution; of equal ones that which weighs most, then
--             the first, with its position. Null where it contributes to none
-- profile     its contributions, those to the first goals first, as a number that orders them
create or replace macro alignment_on(
    in_libraries, in_chosen, in_themes, in_statuses, on_day
) as table
select
    partnership, any_value(library) as library,
    any_value(hours) as hours, any_value(budget) as budget,
    count(value) as judged, count(*) as goals,
    if(count(value) > 0, sum(weight * value / 3), null) as alignment,
    sum(weight * coalesce(value, 3) / 3) as at_most,
    arg_max(goal, value * 1e6 + weight * 1e3 - position) filter (value > 0) as strongest,
    arg_max(position, value * 1e6 + weight * 1e3 - position) filter (value > 0)
        as strongest_position,
    sum((value + 1) * 5.0 ** -position) as profile
from contribution_on(in_libraries, in_chosen, in_themes, in_statuses, on_day)
group by partnership;

-- The groups in which a partnership stands: by theme or partner it can stand in several. Without
-- a partner it stands under '', by goal under '' where it serves none and '-' where none was
-- judged. Without a grouping (null) in none.
create or replace macro group_keys(in_groups, themes_of, partners_of, library_of, goal_of, judged) as
    case in_groups
        when 'theme' then list_distinct(themes_of)
        when 'partner' then if(len(partners_of) = 0, [''], list_distinct(partners_of)::text[])
        when 'library' then [library_of::text]
        when 'goal' then [if(judged = 0, '-', coalesce(goal_of, ''))]
        else []
    end;

-- The chosen ones (all: null) among the themes of a partnership.
create or replace macro themes_within(themes_of, in_themes) as
    if(in_themes is null, themes_of, list_filter(themes_of, lambda t: list_contains(in_themes, t)));

-- Whether every word (as a name key; null: none asked) occurs in a name or that of its library.
create or replace macro has_words(words, name_key_of, library_key_of) as
    words is null
    or len(list_filter(
        words, lambda word: not contains(concat(name_key_of, ' ', library_key_of), word)
    )) = 0;
