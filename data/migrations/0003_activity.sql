-- What figures over the years are made of, without a join at reading: partners and gemeenten with
-- the stretches of time in which a partnership with or in them was active. What the portfolio is
-- divided by stands in partnership_period itself, as a number or as bits.

drop table partnership_dimension;
drop view if exists partnership_dimension_now;

alter table partnership_period add column form smallint;
alter table partnership_period add column partner_types bigint;

create table partner_activity (
    partner integer not null, partnership integer not null, library integer not null,
    themes bigint not null, valid_from integer not null, valid_to integer not null
);
create table gemeente_activity (
    gemeente text not null, partnership integer not null, library integer not null,
    themes bigint not null, valid_from integer not null, valid_to integer not null
);

-- Of how many locations a register does not say the size.
alter table gemeente_population add column unsized bigint;

alter table source add column kind text;
