-- A participant with what the session allows now.
select p.id, p.session, p.name_key, p.left_at, s.consideration, s.round, s.revealed, s.running
from participant p join session_state s on s.id = p.session
where p.id = $participant
