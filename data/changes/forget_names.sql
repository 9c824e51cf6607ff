update batch
set who = $unknown
where made_at < $now::timestamp - to_months($months::integer) and who <> $unknown
returning id
