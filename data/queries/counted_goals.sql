-- The goals on which a contribution counts on $day or will count later, per library; those of a
-- library that is not in the store yet (null) are the shipped ones.
select library, list(distinct goal) as goals from goal_weight where valid_to > $day group by library
union all
select null, list(code) from goal
