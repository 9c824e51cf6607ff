-- What if: a scenario is a name and what it changes (core.scenario.Scenario as JSON): which
-- partnerships stop, other hours and budget, imagined partnerships. It is no part of the portfolio.

create sequence scenario_id;
create table scenario (
    id integer primary key default nextval('scenario_id'),
    name text not null, name_key text not null,
    content json not null,
    version integer not null default 1,
    changed_at timestamp not null default timezone('UTC', now()), changed_by text not null
);
