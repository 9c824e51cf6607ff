-- The participant whose device holds this secret.
select p.id, p.session, s.consideration, p.name, p.joined_at, p.left_at, p.ready_round
from participant p join session s on s.id = p.session
where p.session = $session and p.secret = $secret
