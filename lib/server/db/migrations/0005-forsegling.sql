-- The revisjonslogg in months, and what makes a change to it visible. Rows and their subjects lie in one partition for
-- each month (UTC), so that a month whose time is over goes whole; blad (a hash for each row) and sjekkpunkt (a signed
-- root over all of them) stay for good. Rows that are there already move, with number, time and transaction unchanged.
create schema revisjonslogg_gammel;
alter table revisjonslogg.subjekt set schema revisjonslogg_gammel;
alter table revisjonslogg.rad set schema revisjonslogg_gammel;
drop function revisjonslogg.mark_uavklarte(timestamptz);

create table revisjonslogg.rad (
  id            bigint generated always as identity,
  -- The time of the statement, so that a row and its subjects have the same one and lie in the same month.
  tidspunkt     timestamptz not null default statement_timestamp(),
  -- The order of sealing: a row that commits late has a low id, but never an xid below what has been sealed.
  xid           xid8 not null default pg_current_xact_id(),
  rad_id        uuid not null,
  -- One human act, however many calls it takes (A-14), and one technical call of it.
  handling_id   uuid not null,
  kall_id       uuid not null,
  slag          text not null check (slag in ('INTENT', 'DISCLOSED', 'DENIED', 'FAILED', 'UNRESOLVED', 'LOGIN', 'LOGOUT',
                                              'RETENTION')),
  handling      text not null,
  bruker        text not null,
  bruker_id     uuid,
  enhet         text,
  session_ref   bytea,
  formaal       text,
  saksreferanse text,
  pakke         text,
  utfall        text,
  -- Parts asked for, fields shown, counts, digest of what was shown. Never a name, a number or an address.
  innhold       jsonb not null default '{}',
  -- Sealed and bound to kall_id: the identifier or the search criteria. No database role can read it without the key.
  konvolutt     bytea,
  primary key (tidspunkt, rad_id)
) partition by range (tidspunkt);

create index rad_nummer on revisjonslogg.rad (id);
create index rad_forsegling on revisjonslogg.rad (xid, id);
create index rad_bruker on revisjonslogg.rad (bruker, id);
create index rad_intent on revisjonslogg.rad (tidspunkt) where slag = 'INTENT';

-- Whom a row concerns: a keyed reference, never the number. It belongs to the row with the same rad_id and the same
-- time, which no role can set: what is added after the statement that wrote the row belongs to none, and is found as
-- such. A foreign key would say it sooner and cost every oppslag a fourth of its speed here (ADR 0012).
create table revisjonslogg.subjekt (
  subjekt_ref bytea not null,
  rad_id      uuid not null,
  tidspunkt   timestamptz not null default statement_timestamp(),
  primary key (subjekt_ref, tidspunkt, rad_id)
) partition by range (tidspunkt);
create index subjekt_rad on revisjonslogg.subjekt (tidspunkt, rad_id);

-- Defence in depth behind the grants: not even the owner changes a row by mistake. A trigger for statements watches
-- the table it stands on and no other, so a partition has its own.
create function revisjonslogg.guard(tabell regclass) returns void language plpgsql
set search_path = pg_catalog, pg_temp as $$
begin
  execute format('create trigger append_only before update or delete or truncate on %s
                  for each statement execute function revisjonslogg.refuse_change()', tabell);
end $$;

-- Every INTENT gets exactly one end (I3); UNRESOLVED may be followed by a late one. A rule over all months is more than
-- a partitioned table can hold, so it is held within each; see ADR 0012 for the seam between two.
create function revisjonslogg.equip(rader regclass, subjekter regclass) returns void language plpgsql
set search_path = pg_catalog, pg_temp as $$
begin
  execute format('create unique index on %s (kall_id) where slag in (''DISCLOSED'', ''DENIED'', ''FAILED'')', rader);
  execute format('create unique index on %s (kall_id) where slag = ''UNRESOLVED''', rader);
  perform revisjonslogg.guard(rader), revisjonslogg.guard(subjekter);
end $$;

-- Makes the months from `foerste` to `siste` that are missing, as the database's owner; says how many it made. A month
-- that has rows in the rest already stays there: they are as safe, sealed as well, and an alarm.
create function revisjonslogg.create_partisjoner(foerste timestamptz, siste timestamptz) returns integer
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  maaned timestamp := date_trunc('month', foerste at time zone 'UTC');
  fra text;
  til text;
  navn text;
  antall integer := 0;
begin
  while maaned <= siste at time zone 'UTC' loop
    navn := to_char(maaned, 'YYYY_MM');
    fra := to_char(maaned, 'YYYY-MM-DD"T00:00:00+00"');
    til := to_char(maaned + interval '1 month', 'YYYY-MM-DD"T00:00:00+00"');
    maaned := maaned + interval '1 month';
    continue when to_regclass('revisjonslogg.rad_' || navn) is not null;
    begin
      execute format('create table revisjonslogg.%I partition of revisjonslogg.rad for values from (%L) to (%L)',
                     'rad_' || navn, fra, til);
      execute format('create table revisjonslogg.%I partition of revisjonslogg.subjekt for values from (%L) to (%L)',
                     'subjekt_' || navn, fra, til);
      perform revisjonslogg.equip(('revisjonslogg.rad_' || navn)::regclass, ('revisjonslogg.subjekt_' || navn)::regclass);
      antall := antall + 1;
    exception when check_violation then
      raise warning 'revisjonslogg: the month % has rows in the rest', navn;
    end;
  end loop;
  return antall;
end $$;

-- Months ahead, for the process that seals. It waits at most half a second for the tables and else comes back later:
-- whoever writes a row waits behind it.
create function revisjonslogg.ensure_partisjoner() returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '500ms' as $$
begin
  return revisjonslogg.create_partisjoner(now(), now() + interval '3 months');
end $$;

create table revisjonslogg.rad_rest partition of revisjonslogg.rad default;
create table revisjonslogg.subjekt_rest partition of revisjonslogg.subjekt default;
select revisjonslogg.equip('revisjonslogg.rad_rest', 'revisjonslogg.subjekt_rest');
select revisjonslogg.guard('revisjonslogg.rad'), revisjonslogg.guard('revisjonslogg.subjekt');
select revisjonslogg.create_partisjoner(coalesce((select min(tidspunkt) from revisjonslogg_gammel.rad), now()),
                                        now() + interval '3 months');

insert into revisjonslogg.rad (id, tidspunkt, xid, rad_id, handling_id, kall_id, slag, handling, bruker, bruker_id, enhet,
                               session_ref, formaal, saksreferanse, pakke, utfall, innhold, konvolutt)
overriding system value
select id, tidspunkt, xid, rad_id, handling_id, kall_id, slag, handling, bruker, bruker_id, enhet,
       session_ref, formaal, saksreferanse, pakke, utfall, innhold, konvolutt
from revisjonslogg_gammel.rad order by id;
insert into revisjonslogg.subjekt (subjekt_ref, rad_id, tidspunkt)
select s.subjekt_ref, s.rad_id, r.tidspunkt
from revisjonslogg_gammel.subjekt s join revisjonslogg_gammel.rad r using (rad_id);
select setval(pg_get_serial_sequence('revisjonslogg.rad', 'id'),
              (select coalesce(max(id), 0) + 1 from revisjonslogg.rad), false);
drop schema revisjonslogg_gammel cascade;

-- As before (A-03), with one question for each index that answers it, and no month before the act's own.
create function revisjonslogg.mark_uavklarte(siden timestamptz) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  antall integer;
begin
  if not pg_try_advisory_xact_lock(7261001) then
    return 0;
  end if;
  with uavklart as (
    insert into revisjonslogg.rad
      (rad_id, handling_id, kall_id, slag, handling, bruker, bruker_id, enhet, session_ref, formaal, saksreferanse, pakke, utfall, konvolutt)
    select gen_random_uuid(), i.handling_id, i.kall_id, 'UNRESOLVED', i.handling, i.bruker, i.bruker_id, i.enhet, i.session_ref,
           i.formaal, i.saksreferanse, i.pakke, 'uavklart', i.konvolutt
    from revisjonslogg.rad i
    where i.slag = 'INTENT'
      and i.tidspunkt >= siden
      and i.tidspunkt < clock_timestamp() - interval '2 minutes'
      and not exists (
        select from revisjonslogg.rad e
        where e.kall_id = i.kall_id and e.slag in ('DISCLOSED', 'DENIED', 'FAILED') and e.tidspunkt >= i.tidspunkt
      )
      and not exists (
        select from revisjonslogg.rad e
        where e.kall_id = i.kall_id and e.slag = 'UNRESOLVED' and e.tidspunkt >= i.tidspunkt
      )
    returning rad_id, kall_id, tidspunkt
  ), subjekter as (
    insert into revisjonslogg.subjekt (subjekt_ref, rad_id, tidspunkt)
    select s.subjekt_ref, u.rad_id, u.tidspunkt
    from uavklart u
    join revisjonslogg.rad i on i.kall_id = u.kall_id and i.slag = 'INTENT' and i.tidspunkt >= siden
    join revisjonslogg.subjekt s on s.tidspunkt = i.tidspunkt and s.rad_id = i.rad_id
  )
  select count(*) into antall from uavklart;
  return antall;
end $$;

-- A leaf for each sealed row, in the order of sealing, from 0 without a gap. Kept when the row's month is gone.
create table revisjonslogg.blad (
  indeks    bigint primary key,
  -- Where the row is; what it says is in the hash.
  id        bigint not null,
  tidspunkt timestamptz not null,
  -- RFC 6962 leaf hash of the row's fixed form.
  hash      bytea not null check (octet_length(hash) = 32)
);
create index blad_id on revisjonslogg.blad (id);

-- A signed statement of how many leaves there were and what their root was. Made when rows are sealed, and each minute
-- when there is nothing to seal: one that is missing is seen.
create table revisjonslogg.sjekkpunkt (
  nummer      bigint primary key,
  stoerrelse  bigint not null,
  -- Every row with an xid below it is sealed.
  vannmerke   xid8 not null,
  tidspunkt   timestamptz not null,
  -- C2SP signed note. The columns repeat what it says and prove nothing.
  note        text not null
);

select revisjonslogg.guard('revisjonslogg.blad'), revisjonslogg.guard('revisjonslogg.sjekkpunkt');

revoke all on all functions in schema revisjonslogg from public;
revoke all on all tables in schema revisjonslogg from public;

-- To the worker here too: a database may have met its migration before this one.
grant insert (rad_id, handling_id, kall_id, slag, handling, bruker, bruker_id, enhet, session_ref, formaal, saksreferanse, pakke,
              utfall, innhold, konvolutt) on revisjonslogg.rad to portal, worker;
grant insert (subjekt_ref, rad_id) on revisjonslogg.subjekt to portal, worker;
grant execute on function revisjonslogg.mark_uavklarte(timestamptz) to portal, worker;

grant select (id, tidspunkt, xid, rad_id, handling_id, kall_id, slag, handling, bruker, bruker_id, enhet, formaal, saksreferanse,
              pakke, utfall, innhold) on revisjonslogg.rad to revisjonsleser;
grant select on revisjonslogg.subjekt, revisjonslogg.blad, revisjonslogg.sjekkpunkt to revisjonsleser;

-- The sealer reads all and adds leaves and checkpoints; it can neither write rows nor take anything away (I7).
grant usage on schema revisjonslogg to forsegler;
grant select on revisjonslogg.rad, revisjonslogg.subjekt to forsegler;
grant select, insert on revisjonslogg.blad, revisjonslogg.sjekkpunkt to forsegler;
grant execute on function revisjonslogg.ensure_partisjoner() to forsegler;

-- A transaction left open holds the sealing back for everybody.
alter role portal set idle_in_transaction_session_timeout = '30s';
alter role worker set idle_in_transaction_session_timeout = '60s';
alter role forsegler set idle_in_transaction_session_timeout = '60s';
