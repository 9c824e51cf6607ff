-- A session runs until it is closed, its time is over, or its consideration is taken away.
create or replace view session_state as
select *, closed_at is null and expires_at > timezone('UTC', now()) and consideration in (
    select id from document where kind = 'consideration'
) as running
from session;

-- What people stated, with the parts of it that are asked about.
create or replace view stated_consideration as
select *, (content ->> 'library')::integer as library,
    list_transform(content ->> '$.options[*].partnership', lambda one: one::integer)
        as partnerships
from document
where kind = 'consideration';

-- The cells that a consideration has now: scores of an option or a criterion that was dropped are
-- kept, but are part of nothing.
create or replace view consideration_cell as
select consideration, option, unnest(criteria) as criterion
from (
    select id as consideration, unnest(content ->> '$.options[*].code') as option,
        content ->> '$.criteria[*].code' as criteria
    from document
    where kind = 'consideration'
);

-- A decision is of the library of its consideration, or of the one that it names when that is no
-- more. One of a library that is gone has a name and no library.
create or replace view stated_decision as
with decided as (
    select *, (content ->> '$.decision.consideration')::integer as consideration,
        content ->> '$.decision.library' as library_name,
        (content ->> '$.decision.decided_on')::date as decided_on,
        (content ->> '$.decision.review_on')::date as review_on,
        list_transform(content ->> '$.decision.options[*].partnership', lambda one: one::integer)
            as partnerships
    from document
    where kind = 'decision'
)
select d.*, coalesce(c.library, l.id) as library
from decided d
left join stated_consideration c on c.id = d.consideration
left join library l on l.name = d.library_name;

create or replace view stated_review as
select *, (content ->> 'decision')::integer as decision, content ->> 'option' as option,
    (content ->> 'reviewed_on')::date as reviewed_on
from document
where kind = 'review';

-- The considerations with how far each is: cells with a score, the last decision, the session that
-- runs. What a participant scored is no score of the consideration itself.
create or replace view consideration_progress as
with scored as (
    select consideration, option, criterion
    from entry
    where participant is null and field = 'score'
    group by all
    having arg_max_null(value, id) is not null
),
counted as (
    select consideration, count(*) as cells
    from scored join consideration_cell using (consideration, option, criterion)
    group by all
),
decided as (
    select consideration, max(decided_on) as day from stated_decision group by all
),
running as (
    select consideration, max(id) as session from session_state where running group by all
)
select s.*, coalesce(c.cells, 0) as scored, d.day as decided, r.session
from stated_consideration s
left join counted c on c.consideration = s.id
left join decided d on d.consideration = s.id
left join running r on r.consideration = s.id;
