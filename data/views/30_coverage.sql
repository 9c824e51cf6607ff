-- What covers what: one row per theme, location and partnership that reaches it, with the dates
-- (bits, see dates_within) on which it does so, as `covered` under the chosen definition and as
-- `pipeline`:
--
-- contact     the partnership is active (reach counts the people at these locations)
-- structural  it is active under a signed agreement that has not ended
-- programme   it is active with a named programme of this theme, or one of the library's own
-- pipeline    it is explored or being started
--
-- A partnership that names no location counts its partners of the matching type: at the
-- location that a person linked the partner to, else as one unlinked location in the partner's
-- own gemeente, or where that is unknown in each that the partnership serves. A location id that
-- stands in no register is unlinked too, in the first gemeente of its partnership; schools have
-- ids of two digits, two letters and two digits (BRIN and location), childcare has others, so
-- each theme takes its own. A theme without a register counts gemeenten. The gemeente of a
-- location is where it stands, whatever gemeenten its partnership names.
create or replace macro reached_location(
    in_libraries, in_regions, in_gemeenten, in_themes, in_statuses, on_dates, in_definition
) as table
with serving as materialized (
    select
        p.id as partnership, t.theme, t.register, t.partner_type, t.by_location,
        if(t.by_location, p.locations, null) as locations,
        if(t.by_location and len(p.locations) = 0, p.partners, null) as partners,
        p.gemeenten as served,
        case in_definition
            when 'structural' then p.active & p.under_agreement
            when 'programme' then if(list_has_all(t.foreign_programmes, p.programmes), 0, p.active)
            else p.active
        end as covered,
        p.pipeline
    from (
        select
            v.* exclude (themes), unnest(v.themes) as theme
        from partnership_in_time(
            in_libraries, null, null, in_themes, in_statuses, on_dates
        ) v
    ) p
    join theme_population t on t.theme = p.theme
    where in_themes is null or list_contains(in_themes, p.theme)
),
partnered as (
    select s.* exclude (partners), unnest(s.partners) as partner
    from serving s where s.partner_type is not null
),
matching as (
    select
        p.*, link.location as linked,
        if(partner.gemeente is null, p.served, [partner.gemeente]) as placed
    from partnered p
    join partner on partner.id = p.partner and partner.type = p.partner_type
    left join location_link link on link.partner = p.partner and link.register = p.register
),
reached as (
    select
        n.theme, coalesce(l.gemeente, n.served[1]) as gemeente,
        n.location, l.id is null as unlinked, l.size, n.covered, n.pipeline, n.partnership
    from (
        select s.* exclude (locations), unnest(s.locations) as location
        from serving s where s.by_location
    ) n
    left join location l on l.register = n.register and l.id = n.location
    where l.in_register
        or l.id is null
        and n.location not in (select other.id from location other)
        and case n.register
            when 'po' then regexp_matches(n.location, '^[0-9]{2}[A-Z]{2}[0-9]{2}$')
            when 'vo' then regexp_matches(n.location, '^[0-9]{2}[A-Z]{2}[0-9]{2}$')
            when 'kinderopvang' then not regexp_matches(n.location, '^[0-9]{2}[A-Z]{2}[0-9]{2}$')
            else true
        end
    union all by name
    select
        m.theme, l.gemeente, l.id as location, false as unlinked, l.size,
        m.covered, m.pipeline, m.partnership
    from matching m
    join location l on l.register = m.register and l.id = m.linked and l.in_register
    union all by name
    select
        m.theme, unnest(m.placed) as gemeente, 'partner ' || m.partner as location,
        true as unlinked, null::integer as size, m.covered, m.pipeline, m.partnership
    from matching m where m.linked is null
    union all by name
    select
        s.theme, unnest(s.served) as gemeente, 'gemeente' as location,
        false as unlinked, null::integer as size, s.covered, s.pipeline, s.partnership
    from serving s where not s.by_location
)
select r.*
from reached r
where r.gemeente in (select gemeente from gemeente_in_scope(in_libraries, in_regions, in_gemeenten));
