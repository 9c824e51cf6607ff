-- What somebody sees who does not see every library: a schema with the same tables, in each only
-- the rows of the libraries in the variable `libraries` of the connection. The views in data/views
-- are made in it as well, so every question means the same there. Without the variable there is
-- nothing in it. A table that is not named here is for everybody: facts and registers.
create schema seen;

create macro seen.sees(of_library) as of_library in (select unnest(getvariable('libraries')));
-- Whether all of some libraries are seen; [] are those of what is for who sees everything.
create macro seen.sees_all(of_libraries) as
    len(of_libraries) > 0 and list_has_all(getvariable('libraries'), of_libraries);

-- Whether all is seen that a row in the change log was about; what names none is for everybody.
create macro seen.sees_version(logged) as
    coalesce(logged ->> 'libraries', 'null') = 'null'
    or seen.sees_all(numbers_in(logged, '$.libraries[*]'));

create view seen.library as from main.library where seen.sees(id);
create view seen.partnership as from main.partnership where seen.sees(library);
create view seen.partnership_period as from main.partnership_period where seen.sees(library);
create view seen.partnership_activity as from main.partnership_activity where seen.sees(library);
create view seen.partner_activity as from main.partner_activity where seen.sees(library);
create view seen.gemeente_activity as from main.gemeente_activity where seen.sees(library);
create view seen.goal_weight as from main.goal_weight where seen.sees(library);

create view seen.partnership_gemeente as
from main.partnership_gemeente where partnership in (select id from seen.partnership);
create view seen.partnership_partner as
from main.partnership_partner where partnership in (select id from seen.partnership);
create view seen.partnership_contribution as
from main.partnership_contribution where partnership in (select id from seen.partnership);
create view seen.partnership_reach as
from main.partnership_reach where partnership in (select id from seen.partnership);
create view seen.partnership_uncounted as
from main.partnership_uncounted where partnership in (select id from seen.partnership);

-- A partner with which only others work, or did, is not seen; one with which nobody does is.
create view seen.partner as
from main.partner
where id not in (
    select unnest(partners) from main.partnership
    where library not in (select unnest(getvariable('libraries')))
    except
    select unnest(partners) from seen.partnership
);
create view seen.location_link as
from main.location_link where partner in (select id from seen.partner);

create view seen.document as
from main.document
where (libraries is null or seen.sees_all(libraries))
    -- What is written about a partner, is of who sees the partner.
    and (
        kind not in ('assessment', 'contact_person', 'partner_alias', 'wish')
        or try_cast(content ->> 'partner' as integer) in (select id from seen.partner)
    )
    and (
        kind <> 'distinct_partners'
        or not exists (
            select unnest(content ->> '$.partners[*]')::integer
            except
            select id from seen.partner
        )
    );
create view seen.material_file as
from main.material_file
where hash in (select content ->> '$.file.sha256' from seen.document where kind = 'material');

create view seen.session as
from main.session
where consideration in (select id from seen.document where kind = 'consideration');
create view seen.participant as
from main.participant where session in (select id from seen.session);
create view seen.entry as
from main.entry
where consideration in (select id from seen.document where kind = 'consideration');

-- A batch that is about others as well does not say what it did.
create view seen.batch as
select * replace (
    if(libraries is null or seen.sees_all(libraries), action, 'wijziging bij meer bibliotheken')
    as action
)
from main.batch
where libraries is null or list_has_any(getvariable('libraries'), libraries);
create view seen.change as
from main.change
where batch in (select id from main.batch where libraries is null or seen.sees_all(libraries))
    or (
        entity = 'partnership'
        and try_cast(coalesce(after, before) ->> 'library' as integer)
            in (select unnest(getvariable('libraries')))
        and coalesce(try_cast(before ->> 'library' as integer), -1)
            in (select unnest(getvariable('libraries')) union all select -1)
    )
    -- Of a document each version is of who sees all that it was about then.
    or (
        entity = 'document'
        and try_cast(entity_id as integer) in (select id from seen.document)
        and seen.sees_version(before)
        and seen.sees_version(after)
    );
