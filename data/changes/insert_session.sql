insert into session (consideration, code, opened_by, expires_at)
values ($consideration, $code, $who, timezone('UTC', now()) + to_hours($hours))
returning id
