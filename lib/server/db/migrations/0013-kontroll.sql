-- Kontroll: acts that a person must look at afterwards. What the rules found and what was drawn is the worker's to write
-- and nobody's to change; what came of it is the portal's. A person stands here as her keyed reference and nothing more;
-- notes, questions and answers are sealed.
create schema kontroll;

-- Each run of the rules over its period, once, whichever worker came first.
create table kontroll.periode (
  kilde text not null check (kilde in ('signal', 'stikkproeve')),
  fra   timestamptz not null,
  til   timestamptz not null,
  -- The rules with their versions, and of a draw the seed and how many there were to draw from.
  grunnlag jsonb not null,
  kjoert timestamptz not null default now(),
  primary key (kilde, fra)
);

create table kontroll.sak (
  id          uuid primary key default gen_random_uuid(),
  kilde       text not null,
  periode_fra timestamptz not null,
  -- The act, as the revisjonslogg has it: one row of it is where the reader begins.
  handling_id uuid not null,
  rad_id      uuid not null,
  tidspunkt   timestamptz not null,
  slag        text not null,
  handling    text not null,
  bruker      text not null,
  bruker_id   uuid,
  enhet       text,
  subjekt_ref bytea,
  poeng       float8 not null,
  forklart    float8 not null,
  frist       timestamptz not null,
  opprettet   timestamptz not null default now(),
  -- What the portal changes, each time with the next version.
  versjon     integer not null default 1,
  tilstand    text not null default 'ny' check (tilstand in ('ny', 'venterForklaring', 'forklart', 'avsluttet')),
  utfall      text check (utfall in ('iOrden', 'brudd', 'falskAlarm')),
  avsluttet   timestamptz,
  unique (kilde, periode_fra, handling_id),
  foreign key (kilde, periode_fra) references kontroll.periode (kilde, fra),
  check ((tilstand = 'avsluttet') = (utfall is not null)),
  check ((utfall is null) = (avsluttet is null))
);
create index sak_aapne on kontroll.sak (frist, id) where utfall is null;
create index sak_avsluttede on kontroll.sak (avsluttet desc, id) where utfall is not null;

create table kontroll.treff (
  sak_id  uuid not null references kontroll.sak (id),
  regel   text not null,
  versjon integer not null,
  vekt    float8 not null,
  verdier jsonb not null,
  primary key (sak_id, regel)
);

-- Every verdict and every question, by whom; nobody judges what she did herself.
create table kontroll.vurdering (
  sak_id    uuid not null references kontroll.sak (id),
  nummer    integer not null,
  av        uuid not null,
  av_navn   text not null,
  utfall    text not null check (utfall in ('iOrden', 'brudd', 'falskAlarm', 'trengerForklaring')),
  notat     bytea not null,
  tidspunkt timestamptz not null default now(),
  primary key (sak_id, nummer)
);

-- What the employee is asked to explain: once for each case.
create table kontroll.forklaring (
  sak_id     uuid primary key references kontroll.sak (id),
  bruker_id  uuid not null,
  spoersmaal bytea not null,
  frist      timestamptz not null,
  bedt       timestamptz not null default now(),
  svar       bytea,
  besvart    timestamptz,
  check ((svar is null) = (besvart is null))
);
create index forklaring_bruker on kontroll.forklaring (bruker_id);

revoke all on all tables in schema kontroll from public;
grant usage on schema kontroll to portal, worker;
grant select on all tables in schema kontroll to portal;
grant update (versjon, tilstand, utfall, avsluttet, frist) on kontroll.sak to portal;
grant insert on kontroll.vurdering, kontroll.forklaring to portal;
grant update (svar, besvart) on kontroll.forklaring to portal;
grant select, insert on kontroll.periode to worker;
grant select (id) on kontroll.sak to worker;
grant insert on kontroll.sak, kontroll.treff to worker;
