-- The reviews of a decision, or all, newest first.
select id, name, name_key, content, version, changed_at, changed_by
from stated_review
where $decision is null or decision = $decision
order by reviewed_on desc, id desc
