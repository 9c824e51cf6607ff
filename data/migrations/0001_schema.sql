-- The first schema. Facts shipped with the product first, then the portfolio, then the record
-- of every change. A partnership is one row, with its lists inside it: an edit changes one row,
-- and its before and after in the change log are that row as JSON.

create table fact_version (checksum text primary key);

create table source (topic text, what text, origin text, date text, licence text, url text);

create table region (code text primary key, name text not null, kind text not null, province text not null);
create table gemeente (
    code text primary key, name text not null, province text not null,
    inhabitants integer, latitude double not null, longitude double not null,
    po_bo integer not null, po_sbo integer not null, vo integer not null,
    tile_row integer not null, tile_col integer not null
);
create table gemeente_alias (gemeente text not null, alias text not null);
create table gemeente_merged (
    old_code text not null, old_name text not null, place text, new_code text not null, date date not null
);
create table region_gemeente (region text not null, gemeente text not null);

create table theme_group (code text primary key, label text not null, position integer not null);
create table theme (
    code text primary key, label text not null, theme_group text not null,
    register text, partner_type text, population text not null,
    description text not null, position integer not null
);
create table theme_alias (theme text not null, alias text not null);
create table programme (theme text not null, label text not null);
create table partner_type (label text primary key, sector text not null, position integer not null);
create table partner_type_alias (partner_type text not null, alias text not null);
create table form (label text primary key, description text not null, position integer not null);
create table form_alias (form text not null, alias text not null);
create table level (label text primary key, position integer not null);
create table status (
    code text primary key, label text not null, counts_as text not null,
    description text not null, position integer not null
);
create table status_alias (status text not null, alias text not null);
create table goal (code text primary key, label text not null, source text not null);
create table published_coverage (
    theme text not null, indicator text not null, definition text,
    numerator integer, denominator integer, denominator_definition text,
    published text, period text not null, source text not null
);

create sequence library_id;
create table library (
    id integer primary key default nextval('library_id'),
    name text not null, name_key text not null unique,
    gemeenten text[] not null default [],
    is_example boolean not null default false,
    version integer not null default 1,
    changed_at timestamp not null default timezone('UTC', now()), changed_by text not null
);

create sequence partner_id;
create table partner (
    id integer primary key default nextval('partner_id'),
    name text not null, name_key text not null, type text,
    gemeente text,
    version integer not null default 1,
    changed_at timestamp not null default timezone('UTC', now()), changed_by text not null
);

create sequence partnership_id;
create table partnership (
    id integer primary key default nextval('partnership_id'),
    library integer not null,
    name text not null, name_key text not null,
    partners integer[] not null,
    themes text[] not null,
    programmes text[] not null default [],
    gemeenten text[] not null default [],
    locations text[] not null default [],
    form text, level text, status text not null,
    start_date date, end_date date, evaluation_date date,
    agreement boolean, agreement_date date,
    owner text,
    hours double check (hours >= 0), budget double check (budget >= 0),
    intended_result text, actual_result text, note text,
    contributions struct(goal text, value utinyint)[] not null default [],
    history struct(status text, since date)[] not null default [],
    version integer not null default 1,
    changed_at timestamp not null default timezone('UTC', now()), changed_by text not null,
    removed_at timestamp
);

-- Written together with partnership.history, from which it follows: the status as periods,
-- because a comparison of two dates is ten times as fast as searching a list in every row.
create table status_period (
    partnership integer not null, status text not null,
    valid_from date not null, valid_to date not null
);

-- A register is po, vo or kinderopvang, or the code of the theme whose own population it lists.
create table location (
    register text not null, id text not null,
    name text not null, gemeente text not null, place text, kind text, size integer,
    in_register boolean not null default true,
    primary key (register, id)
);
create sequence register_load_id;
create table register_load (
    id integer primary key default nextval('register_load_id'),
    register text not null, file_name text not null, measure_date date not null,
    locations integer not null, loaded_at timestamp not null default timezone('UTC', now()), loaded_by text not null
);
-- Filled from the views theme_population_now and gemeente_population_now.
create table theme_population (
    theme text primary key, register text not null, partner_type text,
    by_location boolean not null, register_loaded boolean not null,
    foreign_programmes text[] not null
);
create table gemeente_population (
    theme text not null, gemeente text not null,
    locations bigint, reach bigint, counted_from text not null
);
create table location_link (
    partner integer not null, register text not null, location text not null,
    likeness double, decided_at timestamp not null default timezone('UTC', now()), decided_by text not null,
    primary key (partner, register, location)
);

create sequence change_id;
create sequence batch_id;
create table batch (
    id integer primary key default nextval('batch_id'),
    made_at timestamp not null default timezone('UTC', now()), who text not null, action text not null,
    undone_by integer
);
create table change (
    id bigint primary key default nextval('change_id'),
    batch integer not null, entity text not null, entity_id text not null,
    before json, after json
);
