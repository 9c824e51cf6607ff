-- In how many batches older than so many months the change log still says who made them.
select count(*) as batches
from batch
where made_at < $now::timestamp - to_months($months::integer) and who <> $unknown
