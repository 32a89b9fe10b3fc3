-- Who a user is as a person, and who is close to her: sealed with OPPSLAG_KEY and bound to the session, gone with it.
-- Null where the identity provider gave no number.
alter table portal.session add column egen_person bytea;

-- The virksomhet's own employees and those close to them (security.md Z-07), as keyed marks: never a number. Replaced
-- whole, so a name that is taken off the list is gone. The portal reads it and cannot change it.
create table portal.skjermet_person (
  merke bytea primary key
);
-- The one list there is. Marks of another key match nobody, which must not look like a list that nobody is on.
create table portal.skjermingsliste (
  ett           boolean primary key default true check (ett),
  noekkelmerke  bytea not null,
  antall        integer not null,
  importert     timestamptz not null default now()
);

grant select on portal.skjermet_person, portal.skjermingsliste to portal;
