-- Uttrekk: what was ordered, how far it has come, and its files. Persons are on none of these rows: identifiers and
-- documents lie sealed in the files of DATA_DIR, and whoever was fetched stands in a membership file of keyed
-- references. The portal's role orders and reads; the worker's role does the work.
create schema uttrekk;

create table uttrekk.uttrekk (
  id            uuid primary key default gen_random_uuid(),
  eier_id       uuid not null references portal.bruker (id),
  -- As `Bestilling`; `avtrykk` is SHA-256 of its canonical text, which an approval is bound to.
  bestilling    jsonb not null,
  avtrykk       bytea not null,
  -- The values of `part` that the register is asked for.
  deler         text[] not null,
  -- The act in the revisjonslogg that everything done for this uttrekk belongs to.
  handling_id   uuid not null,
  -- The client's own key: the same key is the same order, however often it is sent (F-13).
  klientnoekkel uuid not null,
  tilstand      text not null default 'utkast' check (tilstand in ('utkast', 'venterPaaGodkjenning', 'avslaatt', 'iKoe',
                  'bestilt', 'venterPaaRegisteret', 'henter', 'ferdigstiller', 'klar', 'ufullstendig', 'ukjent', 'avbrutt',
                  'feilet', 'utloept')),
  oenske        text not null default 'kjoer' check (oenske in ('kjoer', 'pause', 'avbryt')),
  feil          text,
  -- Why it was ordered although it concerns few (F-11). The user's own words, without numbers of persons.
  begrunnelse   text,
  -- Why it needs an approval, as found when it was ordered.
  godkjenningsgrunner text[] not null default '{}',
  -- The plan that ordered it; an approval of one run holds for the next of the same plan and order.
  plan_id       uuid,
  -- Every change of state adds one: an update names the version it saw.
  versjon       integer not null default 0,
  -- Who coordinates it now: a worker without a live lease may not write, and one with an older number never may.
  leie_nr       bigint not null default 0,
  leie_til      timestamptz,
  -- When the worker looks at it next, and how often what it does now has failed.
  neste         timestamptz not null default now(),
  forsoek       integer not null default 0,
  -- The key of its part files, wrapped by FIL_KEY; set to null when they are deleted.
  delnoekkel    bytea,
  dubletter     bigint not null default 0,
  fordelinger   jsonb not null default '[]',
  opprettet     timestamptz not null default now(),
  bestilt       timestamptz,
  ferdig        timestamptz,
  utloeper      timestamptz,
  unique (eier_id, klientnoekkel)
);
create index uttrekk_eier on uttrekk.uttrekk (eier_id, opprettet desc);
create index uttrekk_i_arbeid on uttrekk.uttrekk (opprettet)
  where tilstand in ('iKoe', 'bestilt', 'venterPaaRegisteret', 'henter', 'ferdigstiller');

-- One job at the register. `sendes` is committed before the order is sent: found so after a crash it is `ukjent`.
create table uttrekk.jobb (
  uttrekk_id    uuid not null references uttrekk.uttrekk (id),
  nr            integer not null,
  kriterier     jsonb not null,
  tilstand      text not null default 'venter' check (tilstand in ('venter', 'sendes', 'bestilt', 'hentet', 'ukjent', 'feilet')),
  register_jobb text,
  sendt         timestamptz,
  -- How long the register may take to give its next batch.
  frist         timestamptz,
  neste         timestamptz not null default now(),
  forsoek       integer not null default 0,
  primary key (uttrekk_id, nr)
);
create index jobb_ved_registeret on uttrekk.jobb (uttrekk_id) where tilstand in ('sendes', 'bestilt', 'ukjent');

create table uttrekk.batch (
  uttrekk_id uuid not null,
  jobb_nr    integer not null,
  nr         integer not null,
  tilstand   text not null default 'venter' check (tilstand in ('venter', 'hentet', 'tom')),
  forsoek    integer not null default 0,
  antall     integer not null default 0,
  bytes      bigint,
  -- SHA-256 of the sealed file.
  sjekksum   bytea,
  hentet     timestamptz,
  primary key (uttrekk_id, jobb_nr, nr),
  foreign key (uttrekk_id, jobb_nr) references uttrekk.jobb (uttrekk_id, nr)
);

-- At most 1 000 identifiers: one bulkoppslag, taken by whichever worker has room.
create table uttrekk.del (
  uttrekk_id uuid not null,
  jobb_nr    integer not null,
  batch_nr   integer not null,
  nr         integer not null,
  tilstand   text not null default 'venter' check (tilstand in ('venter', 'hentes', 'ferdig', 'feilet')),
  forsoek    integer not null default 0,
  neste      timestamptz not null default now(),
  leie_nr    bigint not null default 0,
  leie_til   timestamptz,
  antall     integer not null,
  levert     integer not null default 0,
  ikke_levert integer not null default 0,
  -- Of those not delivered: about whom the register's answer said nothing at all. With any of them it is `ufullstendig`.
  uteblitt   integer not null default 0,
  bytes      bigint,
  sjekksum   bytea,
  hentet     timestamptz,
  primary key (uttrekk_id, jobb_nr, batch_nr, nr),
  foreign key (uttrekk_id, jobb_nr, batch_nr) references uttrekk.batch (uttrekk_id, jobb_nr, nr)
);
create index del_ledig on uttrekk.del (uttrekk_id, jobb_nr, batch_nr, nr) where tilstand in ('venter', 'hentes');

create table uttrekk.fil (
  id         uuid primary key default gen_random_uuid(),
  uttrekk_id uuid not null references uttrekk.uttrekk (id),
  format     text not null check (format in ('csv', 'xlsx', 'ndjson', 'parquet')),
  tilstand   text not null default 'skrives' check (tilstand in ('skrives', 'klar', 'slettet')),
  -- Of the file as it is downloaded.
  bytes      bigint,
  rader      bigint,
  sjekksum   bytea,
  -- Wrapped by FIL_KEY. Deletion sets it to null: what is left of the file, in a backup too, opens no more (F-02).
  noekkel    bytea,
  opprettet  timestamptz not null default now(),
  slettet    timestamptz,
  unique (uttrekk_id, format)
);

-- The membership file: sorted keyed references of everybody who was fetched, so that innsyn can answer (7.7).
create table uttrekk.medlemskap (
  uttrekk_id uuid primary key references uttrekk.uttrekk (id),
  antall     bigint not null,
  bytes      bigint not null,
  sjekksum   bytea not null,
  noekkel    bytea not null
);

-- The job's own log, in codes that the screen puts into sentences.
create table uttrekk.merknad (
  uttrekk_id uuid not null references uttrekk.uttrekk (id),
  nr         bigint generated always as identity,
  tidspunkt  timestamptz not null default clock_timestamp(),
  kode       text not null,
  verdier    jsonb not null default '{}',
  primary key (uttrekk_id, nr)
);

create table uttrekk.godkjenning (
  uttrekk_id  uuid not null references uttrekk.uttrekk (id),
  nr          bigint generated always as identity,
  bruker_id   uuid not null references portal.bruker (id),
  -- What was approved: an order that has another `avtrykk` is not.
  avtrykk     bytea not null,
  utfall      text not null check (utfall in ('godkjent', 'avslaatt')),
  begrunnelse text not null,
  tidspunkt   timestamptz not null default now(),
  primary key (uttrekk_id, nr)
);

create table uttrekk.deling (
  uttrekk_id uuid not null references uttrekk.uttrekk (id),
  bruker_id  uuid not null references portal.bruker (id),
  tidspunkt  timestamptz not null default now(),
  primary key (uttrekk_id, bruker_id)
);

-- One use of one file by one user in one session: the grant, and what became of it (F-05).
create table uttrekk.nedlasting (
  id           uuid primary key default gen_random_uuid(),
  fil_id       uuid not null references uttrekk.fil (id),
  bruker_id    uuid not null references portal.bruker (id),
  session_ref  bytea not null,
  opprettet    timestamptz not null default now(),
  start_senest timestamptz not null,
  startet      timestamptz,
  bytes_sendt  bigint not null default 0,
  -- A stream is running until then, and says so again and again: only when none is may it be taken up where it stopped.
  aktiv_til    timestamptz,
  fullfoert    timestamptz
);
create index nedlasting_fil on uttrekk.nedlasting (fil_id);

create table uttrekk.mal (
  id         uuid primary key default gen_random_uuid(),
  eier_id    uuid not null references portal.bruker (id),
  bestilling jsonb not null,
  opprettet  timestamptz not null default now()
);

-- A template that is ordered again at intervals until a date.
create table uttrekk.plan (
  id        uuid primary key default gen_random_uuid(),
  mal_id    uuid not null unique references uttrekk.mal (id) on delete cascade,
  intervall text not null check (intervall in ('dag', 'uke', 'maaned')),
  neste     timestamptz not null,
  slutter   date not null,
  opprettet timestamptz not null default now()
);

-- Two runs of the same order compared: how many are new, gone and changed, and the file of them.
create table uttrekk.sammenligning (
  id         uuid primary key default gen_random_uuid(),
  fra_id     uuid not null references uttrekk.uttrekk (id),
  til_id     uuid not null references uttrekk.uttrekk (id),
  tilstand   text not null default 'venter' check (tilstand in ('venter', 'klar', 'feilet')),
  nye        bigint,
  borte      bigint,
  endret     bigint,
  opprettet  timestamptz not null default now(),
  unique (fra_id, til_id)
);

-- Calls to the register in the current minute, of all processes together (R-06).
create table uttrekk.kallkvote (
  minutt timestamptz primary key,
  brukt  integer not null
);

create schema pgboss;

grant usage on schema uttrekk to portal, worker;
grant select on all tables in schema uttrekk to portal, worker;
grant insert on uttrekk.uttrekk, uttrekk.merknad, uttrekk.godkjenning, uttrekk.deling, uttrekk.nedlasting, uttrekk.mal,
  uttrekk.plan, uttrekk.sammenligning to portal;
grant update (bestilling, avtrykk, deler, begrunnelse, godkjenningsgrunner, tilstand, oenske, feil, versjon, utloeper) on uttrekk.uttrekk to portal;
grant update (startet, bytes_sendt, aktiv_til, fullfoert) on uttrekk.nedlasting to portal;
grant update (bestilling) on uttrekk.mal to portal;
grant delete on uttrekk.deling, uttrekk.mal, uttrekk.plan to portal;
grant insert, update, delete on all tables in schema uttrekk to worker;

-- The worker writes the revisjonslogg as the portal does, and can do no more with it.
grant usage on schema revisjonslogg, portal to worker;
grant insert (rad_id, handling_id, kall_id, slag, handling, bruker, bruker_id, enhet, session_ref, formaal, saksreferanse, pakke,
              utfall, innhold, konvolutt) on revisjonslogg.rad to worker;
grant insert (subjekt_ref, rad_id) on revisjonslogg.subjekt to worker;
grant execute on function revisjonslogg.mark_uavklarte(timestamptz) to worker;
grant select on portal.bruker to worker;
grant all on schema pgboss to worker;
