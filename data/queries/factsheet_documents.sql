-- What was written down for factsheets, of one kind: by library and gemeente, the last year first.
select
    id, name, name_key, content, version, changed_at, changed_by, library, gemeente, year
from stated_factsheet
where kind = $kind
    and ($library is null or library = $library)
    and ($gemeente is null or gemeente = $gemeente)
order by library, gemeente, year desc, id
