-- Whether an id can be one of a register: schools have two digits, two letters and two digits
-- (BRIN and location), childcare has others. So a partnership under two themes may name both.
create or replace macro location_id_fits(in_register, location_id) as
    case
        when in_register in ('po', 'vo')
            then regexp_matches(location_id, '^[0-9]{2}[A-Z]{2}[0-9]{2}$')
        when in_register = 'kinderopvang'
            then not regexp_matches(location_id, '^[0-9]{2}[A-Z]{2}[0-9]{2}$')
        else true
    end;

-- What counts as covered under each definition, as bits of dates (or 1 for one day):
--
-- contact     the partnership is active (reach counts the people at these places)
-- structural  it is active under a signed agreement that has not ended
-- programme   it is active with a named programme of this theme, or one of the library's own
create or replace macro covered_under(definition, active, agreed, by_programme) as
    case definition
        when 'structural' then active & agreed
        when 'programme' then if(by_programme, active, 0)
        else active
    end;

-- Why a partnership that names no location counts nowhere for a theme, by the types of its
-- partners (null for one without) and the type that the theme asks for:
--
-- no_location  the theme asks for no type: only locations count
-- no_gemeente  a type is right, so only the gemeente is lacking
-- no_type      not all of its partners have a type
-- other_type   its partners are of other types
create or replace macro uncounted_reason(asked_type, types) as
    case
        when asked_type is null then 'no_location'
        when list_contains(types, asked_type) then 'no_gemeente'
        when len(list_filter(types, lambda kind: kind is null)) > 0 then 'no_type'
        else 'other_type'
    end;

-- The number of a place of which only an id is known: below those of partners, and the same
-- whatever other ids there are. It is 62 bits of a digest, so that two ids never share one in
-- practice.
create or replace macro unregistered_place(location_id) as
    -(1::bigint << 32) - (md5_number_lower(location_id) >> 2)::bigint;

-- What covers what: one row per cell (theme and gemeente), place and partnership that reaches it,
-- whenever that partnership runs.
--
-- A partnership that names no location counts its partners of the matching type: at the
-- location that a person linked the partner to, as long as that is in the register, else as one
-- unlinked place in the partner's own gemeente, or where that is unknown in each that the
-- partnership serves. A location id counts where the register says that it stands, whatever
-- gemeenten its partnership names. While the register of its theme is not loaded, an id is an
-- unlinked place in the first gemeente of its partnership; once it is, an id that it does not
-- have counts nowhere (see partnership_uncounted_now). A theme without a register counts
-- gemeenten.
create or replace macro partnership_reach_now(in_partnerships) as table
with serving as materialized (
    select
        p.id as partnership, t.theme, t.register, t.partner_type, t.by_location,
        t.register_loaded,
        len(p.locations) > 0 as names_locations,
        if(len(p.gemeenten) > 0, p.gemeenten, l.gemeenten)[1] as first_gemeente,
        not list_has_all(t.foreign_programmes, p.programmes) as by_programme
    from (
        select id, unnest(themes) as theme from present_partnership(in_partnerships)
    ) s
    join present_partnership(in_partnerships) p on p.id = s.id
    join library l on l.id = p.library
    join theme_population t on t.theme = s.theme
),
named as (
    select s.*, n.location
    from serving s
    join (
        select id, unnest(locations) as location from present_partnership(in_partnerships)
    ) n on n.id = s.partnership
    where s.by_location
),
unregistered as (
    select *, unregistered_place(location) as place
    from named
    where not register_loaded
        and first_gemeente is not null
        and location_id_fits(register, location)
        and location not in (select other.id from location other)
),
linked as (
    select k.partner, k.register, k.location
    from location_link k
    join location l on l.register = k.register and l.id = k.location and l.in_register
),
matching as (
    select s.*, partner.id as partner, partner.gemeente, link.location as linked
    from serving s
    join partnership_partner_now(in_partnerships) o on o.partnership = s.partnership
    join partner on partner.id = o.partner and partner.type = s.partner_type
    left join linked link on link.partner = partner.id and link.register = s.register
    where s.by_location and not s.names_locations
),
reached as (
    select
        n.partnership, n.theme, l.gemeente, l.number::bigint as place, l.size, n.by_programme,
        null::text as unknown_id
    from named n
    join location l on l.register = n.register and l.id = n.location and l.in_register
    union all by name
    select
        partnership, theme, first_gemeente as gemeente, place, null as size, by_programme,
        location as unknown_id
    from unregistered
    union all by name
    select
        m.partnership, m.theme, l.gemeente, l.number::bigint as place, l.size, m.by_programme,
        null as unknown_id
    from matching m
    join location l on l.register = m.register and l.id = m.linked and l.in_register
    union all by name
    select
        m.partnership, m.theme, coalesce(m.gemeente, g.gemeente) as gemeente,
        -m.partner::bigint as place, null as size, m.by_programme, null as unknown_id
    from matching m
    left join partnership_gemeente_now(in_partnerships) g
        on g.partnership = m.partnership and m.gemeente is null
    where m.linked is null
    union all by name
    select
        s.partnership, s.theme, g.gemeente, 0::bigint as place, null as size, s.by_programme,
        null as unknown_id
    from serving s
    join partnership_gemeente_now(in_partnerships) g on g.partnership = s.partnership
    where not s.by_location
)
select p.cell, r.* exclude (theme, gemeente)
from reached r
join gemeente_population p on p.theme = r.theme and p.gemeente = r.gemeente;

-- What a partnership brings to a theme and that counts nowhere: one row per theme, reason and
-- subject (a location id, or the names of its partners).
--
-- no_type           it names no location, and of its partners not all have a type
-- other_type        it names no location, and its partners are of other types than the theme's
-- unknown_location  it names an id that the loaded register does not have, or that fits none
-- left_register     it names a location that is in the register no more
-- no_gemeente       neither it nor its library says in which gemeente it holds
-- no_location       it names no location of this theme
create or replace macro partnership_uncounted_now(in_partnerships) as table
with serving as materialized (
    select
        p.id as partnership, t.theme, t.register, t.partner_type, t.register_loaded,
        t.by_location, p.locations, counted.partnership is null as absent
    from (
        select id, unnest(themes) as theme from present_partnership(in_partnerships)
    ) s
    join present_partnership(in_partnerships) p on p.id = s.id
    join theme_population t on t.theme = s.theme
    left join (
        select distinct r.partnership, g.theme
        from partnership_reach r
        join gemeente_population g on g.cell = r.cell
        where is_among(r.partnership, in_partnerships)
    ) counted on counted.partnership = p.id and counted.theme = t.theme
),
unmatched as (
    select
        s.partnership, s.theme,
        uncounted_reason(
            any_value(s.partner_type),
            coalesce(list(partner.type) filter (partner.id is not null), [])
        ) as reason,
        string_agg(partner.name, ', ' order by partner.name) as subject
    from serving s
    left join partnership_partner_now(in_partnerships) o on o.partnership = s.partnership
    left join partner on partner.id = o.partner
    where s.absent and s.by_location and len(s.locations) = 0
    group by s.partnership, s.theme
),
judged as (
    select
        n.partnership, n.theme, n.absent, n.id,
        l.id is not null or location_id_fits(n.register, n.id) as fits,
        coalesce(not l.in_register, false) as has_left,
        coalesce(
            l.in_register,
            not n.register_loaded and location_id_fits(n.register, n.id)
                and n.id not in (select other.id from location other)
        ) as counts
    from (
        select * exclude (locations), unnest(locations) as id from serving where by_location
    ) n
    left join location l on l.register = n.register and l.id = n.id
),
lost as (
    select partnership, id, bool_or(has_left) as has_left, bool_or(fits) as fits
    from judged
    group by partnership, id
    having not bool_or(counts)
),
lost_for as (
    select j.partnership, j.theme, j.id, o.has_left
    from lost o
    join judged j on j.partnership = o.partnership and j.id = o.id
    where j.fits or not o.fits
)
from unmatched
union all
select
    partnership, theme, if(has_left, 'left_register', 'unknown_location'), id
from lost_for
union all
select distinct
    j.partnership, j.theme, if(bool_or(j.counts), 'no_gemeente', 'no_location'), null
from judged j
where j.absent and (j.partnership, j.theme) not in (select (partnership, theme) from lost_for)
group by j.partnership, j.theme
union all
select partnership, theme, 'no_gemeente', null from serving where absent and not by_location;
