-- What a library wrote down for its factsheets: key figures by year, its words, its colour.
create or replace view stated_factsheet as
select
    *, try_cast(content ->> 'library' as integer) as library,
    try_cast(content ->> 'gemeente' as integer) as gemeente,
    try_cast(content ->> 'year' as integer) as year
from document
where kind in ('gemeente_figures', 'factsheet_words', 'library_style');

-- The last result that was written down of each partnership, by the year that it is about.
create or replace view latest_yearly_result as
select
    partnership, max((content ->> 'year')::integer) as year,
    arg_max(content ->> 'actual', (content ->> 'year')::integer) as result
from stated_about_partnership
where kind = 'yearly_result' and content ->> 'actual' is not null
group by partnership;
