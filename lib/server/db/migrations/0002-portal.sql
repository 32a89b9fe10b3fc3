-- The portal's own tables: who has signed in, their sessions, and what an oppslag showed, for half an hour.
create schema portal;

create table portal.bruker (
  id             uuid primary key default gen_random_uuid(),
  iss            text not null,
  sub            text not null,
  brukernavn     text not null,
  navn           text not null,
  enhet          text,
  grupper        text[] not null,
  -- Set to end all access at the next request, whatever the identity provider says.
  sperret        timestamptz,
  sist_innlogget timestamptz not null default now(),
  unique (iss, sub)
);

create table portal.session (
  -- SHA-256 of the cookie's value: a copy of this table opens no session.
  token_hash      bytea primary key,
  bruker_id       uuid not null references portal.bruker (id),
  opprettet       timestamptz not null default now(),
  sist_sett       timestamptz not null default now(),
  utloeper_senest timestamptz not null,
  avsluttet       timestamptz,
  pakke           text,
  formaal         text,
  saksreferanse   text
);
create index session_utloeper on portal.session (utloeper_senest);

-- What the user was shown, sealed and bound to her. Unlogged on purpose: it never reaches the write-ahead log, a
-- backup or a replica, and a crash of the database empties it; the user then makes a new oppslag.
create unlogged table portal.oppslag (
  id             uuid primary key,
  bruker_id      uuid not null,
  -- The rights that the result was made under; whoever has lost them may not read it again.
  pakke          text not null,
  skjermingsrett text not null,
  resultat       bytea not null,
  utloeper       timestamptz not null
);
create index oppslag_utloeper on portal.oppslag (utloeper);
-- Sealed bytes do not get smaller: trying costs more than writing them.
alter table portal.oppslag alter column resultat set storage external;

grant usage on schema portal to portal;
grant select, insert, update on portal.bruker to portal;
grant select, insert, update, delete on portal.session to portal;
grant select, insert, delete on portal.oppslag to portal;
