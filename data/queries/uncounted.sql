-- What does not count in the coverage although its partnership is active or in the pipeline, by
-- reason; see partnership_uncounted_now.
select
    u.reason, p.id, p.name, l.name as library, t.label as theme_label, u.subject,
    status.label as status_label
from partnership_on($libraries, $chosen, $theme_bits, $statuses, $day) v
join partnership_uncounted u on u.partnership = v.partnership
join partnership p on p.id = v.partnership
join library l on l.id = v.library
join theme t on t.code = u.theme
join status on status.code = v.status
where v.counts_as <> 'none' and ($themes is null or list_contains($themes, u.theme))
order by u.reason, p.name, t.position, u.subject
