-- Rights that the portal itself gives and takes, beside those of the identity provider's groups, and the units that
-- users belong to. Nothing here is ever deleted: what was given, by whom and until when is what an answer is built on.
create table portal.enhet (
  id            uuid primary key default gen_random_uuid(),
  navn          text not null,
  overordnet_id uuid references portal.enhet (id),
  opprettet     timestamptz not null default now(),
  avsluttet     timestamptz,
  check (overordnet_id <> id)
);
create unique index enhet_navn on portal.enhet (lower(navn)) where avsluttet is null;

-- The unit that the portal has put a user in; without one the identity provider's word in `enhet` stands.
alter table portal.bruker add column enhet_id uuid references portal.enhet (id);
-- Rights from groups that have been taken away here. What is given again is given as a tildeling.
alter table portal.bruker add column fratatt text[] not null default '{}';

create table portal.tildeling (
  id          uuid primary key default gen_random_uuid(),
  bruker_id   uuid not null references portal.bruker (id),
  -- `rolle:<rolle>`, `pakke:<pakke>` or `skjermingsrett:fortrolig`.
  rettighet   text not null,
  fra         timestamptz not null default now(),
  -- The first moment at which the right is gone. Nothing is given without an end.
  til         timestamptz not null,
  begrunnelse text not null,
  gitt_av     uuid not null references portal.bruker (id),
  gitt        timestamptz not null default now(),
  -- The second pair of eyes, where the right needs one (security.md Z-12).
  bekreftet_av uuid references portal.bruker (id),
  bekreftet    timestamptz,
  trukket_av   uuid references portal.bruker (id),
  trukket      timestamptz,
  check (fra < til),
  -- Nobody gives herself a right, confirms her own, or confirms what she gave.
  check (gitt_av <> bruker_id),
  check (bekreftet_av <> gitt_av and bekreftet_av <> bruker_id),
  check ((bekreftet_av is null) = (bekreftet is null))
);
create index tildeling_bruker on portal.tildeling (bruker_id) where trukket is null;

-- What was done with a user's access, for her page and for whoever asks later. The revisjonslogg has the row that counts.
create table portal.tilgangshendelse (
  nr          bigint generated always as identity primary key,
  bruker_id   uuid not null references portal.bruker (id),
  tidspunkt   timestamptz not null default now(),
  slag        text not null,
  -- Which right or which unit.
  hva         text,
  av          uuid references portal.bruker (id),
  begrunnelse text
);
create index tilgangshendelse_bruker on portal.tilgangshendelse (bruker_id, nr);

grant select, insert on portal.enhet to portal;
grant update (navn, overordnet_id, avsluttet) on portal.enhet to portal;
grant select on portal.tildeling to portal;
grant insert (bruker_id, rettighet, fra, til, begrunnelse, gitt_av) on portal.tildeling to portal;
grant update (bekreftet_av, bekreftet, trukket_av, trukket) on portal.tildeling to portal;
grant select, insert on portal.tilgangshendelse to portal;
-- The worker orders uttrekk by plans, with the rights that their owner has at that moment.
grant select on portal.enhet, portal.tildeling to worker;
