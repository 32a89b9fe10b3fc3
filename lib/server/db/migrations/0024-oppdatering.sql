-- An uttrekk that is held up to date: how far its package's feed is read for it, and which of its persons something has
-- happened to since. Persons are keyed references, as in the membership file, and the portal's role sees how many only.
create table uttrekk.oppdatering (
  id         uuid primary key default gen_random_uuid(),
  uttrekk_id uuid not null unique references uttrekk.uttrekk (id),
  opprettet  timestamptz not null default now(),
  -- The sekvensnummer that is read next; null until a worker has asked how far the feed has come.
  neste      bigint,
  -- The last entry that was seen. It is read again each time: when it is not there the feed has lost something.
  sett       bigint,
  -- That of the page from there, when it had nothing new.
  etag       text,
  -- From when hendelser are counted, when everything was last known to be read, and the first hole that was found.
  siden      timestamptz,
  ajour      timestamptz,
  hull       timestamptz,
  -- How many references there are.
  endret     bigint not null default 0,
  -- The feed no longer goes back so far (406): nothing more is read.
  for_gammel boolean not null default false,
  forsoek    integer not null default 0,
  tidligst   timestamptz not null default now()
);

-- Who something has happened to. Rows of an oppdatering that is gone are removed by the duty, some at a time.
create table uttrekk.endret (
  oppdatering_id uuid not null,
  ref            bytea not null,
  primary key (oppdatering_id, ref)
);

grant select, delete on uttrekk.oppdatering to portal;
grant insert (uttrekk_id) on uttrekk.oppdatering to portal;
grant select, update, delete on uttrekk.oppdatering to worker;
grant select, insert, delete on uttrekk.endret to worker;
