-- What follows from the portfolio, its registers and the facts, kept as tables: computing it anew
-- cost every query more than its answer, and so did planning it. Views of the same name with
-- _now say what each table holds; data/changes/derive_*.sql fill them at the end of every change.

drop table status_period;
drop macro table if exists reached_location;
drop macro table if exists attention;
drop macro table if exists gemeente_in_scope;
drop macro table if exists chosen_gemeente;
drop macro if exists dates_within;
drop macro if exists dates_before;
drop table gemeente_population;
alter table theme_population add column number integer;

create sequence location_number;
alter table location add column number integer default nextval('location_number');

-- A theme's population in a gemeente, with a number and the names that go with it.
create table gemeente_population (
    cell integer not null, theme text not null, gemeente text not null,
    locations bigint, reach bigint, counted_from text not null, by_location boolean not null,
    theme_label text not null, theme_group text not null, population text not null,
    position integer not null,
    gemeente_name text not null, short_name text not null, province text not null,
    tile_row integer not null, tile_col integer not null, inhabitants integer
);

-- A partnership during one status, with the facts that figures need. Its themes are a set of
-- bits, by the number of each in theme_population. Days from which or until
-- (not including) which something held are numbers: 20261122 is 22 November 2026.
create table partnership_period (
    partnership integer not null, library integer not null, themes bigint not null,
    status text not null, counts_as text not null,
    valid_from integer not null, valid_to integer not null,
    hours double, budget double,
    agreed_from integer, agreed_to integer,
    ends_on date, evaluates_on date,
    no_owner boolean not null, no_agreement boolean not null,
    dormant boolean not null, no_goal boolean not null
);
-- The same as one row as long as it is active, or in the pipeline, under whatever status.
create table partnership_activity (
    partnership integer not null, library integer not null, themes bigint not null,
    counts_as text not null, valid_from integer not null, valid_to integer not null,
    hours double, budget double, agreed_from integer, agreed_to integer
);
create table partnership_gemeente (partnership integer not null, gemeente text not null);
create table partnership_partner (partnership integer not null, partner integer not null);

-- What a partnership reaches, whenever it runs: a place in a cell of gemeente_population. A place
-- is 0 for the gemeente itself, above 0 a location by its number, below 0 one that is unlinked.
create table partnership_reach (
    partnership integer not null, cell integer not null, place bigint not null,
    size integer, by_programme boolean not null, unknown_id text
);

-- What a partnership names for a theme and that counts nowhere, with the reason.
create table partnership_uncounted (
    partnership integer not null, theme text not null, reason text not null, subject text
);

-- The values by which the portfolio is divided (theme, form, partner type, status), each with a
-- number, its name and its order; and which of them a partnership has, status apart.
create table dimension_value (
    number smallint not null, dimension text not null, code text not null, label text not null,
    theme_group text not null, position integer not null
);
create table partnership_dimension (partnership integer not null, value smallint not null);
