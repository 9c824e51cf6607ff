-- A gemeente in at most three letters, for a small tile: its name without the article, and what
-- people say for the two whose official name nobody uses.
create or replace macro short_name(of_gemeente) as
    case of_gemeente
        when '''s-Gravenhage' then 'DH'
        when '''s-Hertogenbosch' then 'DB'
        else left(regexp_replace(of_gemeente, '^(De |Den |Het )', ''), 3)
    end;

-- A gemeente so that it is found by what people say: for the same two.
create or replace macro searched_name(of_gemeente) as
    case of_gemeente
        when '''s-Gravenhage' then of_gemeente || ' (Den Haag)'
        when '''s-Hertogenbosch' then of_gemeente || ' (Den Bosch)'
        else of_gemeente
    end;

-- Queries read the tables of these names without _now, which are filled from these views at the
-- end of a change of a register: planning them anew cost a query more than reading 100,000
-- partnerships.

-- What a theme's target population is made of. A theme has a register of its own (schools,
-- childcare), or gets one when locations were loaded under its code (wijken, say); any other
-- theme counts the gemeenten themselves, one each.
create or replace view theme_population_now as
select
    theme.code as theme,
    row_number() over (order by theme.position) - 1 as number,
    coalesce(theme.register, theme.code) as register,
    theme.partner_type,
    theme.register is not null
        or theme.code in (select register from location where in_register) as by_location,
    exists (
        from location l where l.register = coalesce(theme.register, theme.code) and l.in_register
    ) as register_loaded,
    -- The shipped programmes of other themes only: they say nothing about this theme, whereas a
    -- programme that is in no shipped list is one of the library itself and counts.
    coalesce((
        select list(distinct p.label order by p.label) from programme p
        where p.label not in (select own.label from programme own where own.theme = theme.code)
    ), []) as foreign_programmes
from theme;

-- The size of each theme's population per gemeente, and where the number comes from:
-- 'register' a loaded register; 'schooltelling' the school counts shipped with the product;
-- 'gemeenten' the gemeente itself; 'onbekend' nothing, so the denominator is null. Of `unsized`
-- locations a loaded register does not say the size.
create or replace view gemeente_population_now as
with loaded as (
    select
        register, gemeente, count(*) as locations, sum(size) as reach,
        count(*) filter (size is null) as unsized
    from location where in_register
    group by register, gemeente
)
select
    row_number() over (order by theme.position, g.name) as cell,
    t.theme, g.code as gemeente,
    case
        when not t.by_location then 1
        when loaded.locations is not null then loaded.locations
        when t.register = 'po' then g.po_bo + g.po_sbo
        when t.register = 'vo' then g.vo
    end as locations,
    case when t.by_location then loaded.reach else g.inhabitants end as reach,
    loaded.unsized,
    case
        when not t.by_location then 'gemeenten'
        when loaded.locations is not null then 'register'
        when t.register in ('po', 'vo') then 'schooltelling'
        else 'onbekend'
    end as counted_from,
    t.by_location,
    theme.label as theme_label, theme.theme_group,
    if(t.by_location and theme.population = 'gemeenten', 'locaties', theme.population)
        as population,
    theme.position,
    g.name as gemeente_name,
    short_name(g.name) as short_name,
    g.province, g.tile_row, g.tile_col, g.inhabitants
from theme_population_now t
join theme on theme.code = t.theme
cross join gemeente g
left join loaded on loaded.register = t.register and loaded.gemeente = g.code
order by cell;
