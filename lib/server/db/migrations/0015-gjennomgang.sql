-- Which rights nobody uses, and the rounds in which they are gone through. Of use only the last day is kept, never how
-- often: it says what can be taken away, and nothing of what anybody got done.
alter table portal.bruker add column opprettet timestamptz not null default now();

create table portal.sist_brukt (
  bruker_id uuid not null references portal.bruker (id),
  -- The log's word for the act, and the package it was done with; empty where there is none.
  handling  text not null,
  pakke     text not null,
  dag       date not null,
  primary key (bruker_id, handling, pakke)
);

-- One day of the log, as who did what with which package that day. The one thing that leaves the log here.
create function portal.note_sist_brukt(hvilken date) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into portal.sist_brukt (bruker_id, handling, pakke, dag)
  select r.bruker_id, r.handling, coalesce(r.pakke, ''), hvilken
  from revisjonslogg.rad r join portal.bruker b on b.id = r.bruker_id
  where r.tidspunkt >= hvilken::timestamp at time zone 'UTC' and r.tidspunkt < (hvilken + 1)::timestamp at time zone 'UTC'
    and r.slag = 'DISCLOSED'
  group by r.bruker_id, r.handling, coalesce(r.pakke, '')
  on conflict (bruker_id, handling, pakke) do update set dag = greatest(sist_brukt.dag, excluded.dag);
$$;

create table portal.gjennomgang (
  id         uuid primary key default gen_random_uuid(),
  -- The unit by name, as it stood on its users; null for everybody.
  enhet      text,
  frist      timestamptz not null,
  startet_av uuid not null references portal.bruker (id),
  startet    timestamptz not null default now(),
  avsluttet  timestamptz
);

-- One right of one user that somebody must answer for.
create table portal.gjennomgangslinje (
  gjennomgang_id uuid not null references portal.gjennomgang (id),
  bruker_id      uuid not null references portal.bruker (id),
  rettighet      text not null,
  -- `utloept`: nobody answered, and the right ended with the round.
  svar           text check (svar in ('beholdes', 'fjernes', 'utloept')),
  svart_av       uuid references portal.bruker (id),
  svart          timestamptz,
  primary key (gjennomgang_id, bruker_id, rettighet),
  -- Nobody answers for her own.
  check (svart_av <> bruker_id)
);

revoke all on function portal.note_sist_brukt(date) from public;
grant execute on function portal.note_sist_brukt(date) to worker;
grant select on portal.sist_brukt to portal, worker;
grant select, insert on portal.gjennomgang, portal.gjennomgangslinje to portal;
grant update (svar, svart_av, svart) on portal.gjennomgangslinje to portal, worker;
-- The worker ends what nobody answered for.
grant select on portal.gjennomgang, portal.gjennomgangslinje to worker;
grant update (avsluttet) on portal.gjennomgang to worker;
grant update (fratatt) on portal.bruker to worker;
grant update (trukket) on portal.tildeling to worker;
grant insert on portal.tilgangshendelse to worker;
