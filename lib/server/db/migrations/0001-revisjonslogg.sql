-- The revisjonslogg. The portal's role may only insert, and only the columns it is given here: it can neither read
-- what it wrote, change it, nor set the time, the order or the transaction of a row (security.md A-04).
create schema revisjonslogg;

create table revisjonslogg.rad (
  id            bigint generated always as identity unique,
  tidspunkt     timestamptz not null default clock_timestamp(),
  xid           xid8 not null default pg_current_xact_id(),
  rad_id        uuid primary key,
  -- One human act, however many calls it takes (A-14), and one technical call of it.
  handling_id   uuid not null,
  kall_id       uuid not null,
  slag          text not null check (slag in ('INTENT', 'DISCLOSED', 'DENIED', 'FAILED', 'UNRESOLVED', 'LOGIN', 'LOGOUT')),
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
  konvolutt     bytea
);

-- Rows come in the order of time, so a summary of each range of pages is enough, and costs a writer next to nothing.
create index rad_tidspunkt on revisjonslogg.rad using brin (tidspunkt);
create index rad_bruker on revisjonslogg.rad (bruker, id);
create index rad_intent on revisjonslogg.rad (tidspunkt) where slag = 'INTENT';
-- Every INTENT gets exactly one end (I3); UNRESOLVED may be followed by a late one.
create unique index rad_ett_utfall on revisjonslogg.rad (kall_id) where slag in ('DISCLOSED', 'DENIED', 'FAILED');
create unique index rad_ett_uavklart on revisjonslogg.rad (kall_id) where slag = 'UNRESOLVED';

-- Whom a row concerns: a keyed reference, never the number.
create table revisjonslogg.subjekt (
  subjekt_ref bytea not null,
  rad_id      uuid not null references revisjonslogg.rad (rad_id),
  primary key (subjekt_ref, rad_id)
);
create index subjekt_rad on revisjonslogg.subjekt (rad_id);

-- Defence in depth behind the grants: not even the owner changes a row by mistake.
create function revisjonslogg.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the revisjonslogg is append-only' using errcode = '42501';
end $$;
create trigger rad_append_only before update or delete or truncate on revisjonslogg.rad
  for each statement execute function revisjonslogg.refuse_change();
create trigger subjekt_append_only before update or delete or truncate on revisjonslogg.subjekt
  for each statement execute function revisjonslogg.refuse_change();

-- An INTENT without an end after two minutes is UNRESOLVED: assume that it was disclosed (A-03). The portal's role
-- cannot read the log, so the rule lives here and runs with the owner's rights; one process at a time does it.
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
        where e.kall_id = i.kall_id and e.slag in ('DISCLOSED', 'DENIED', 'FAILED', 'UNRESOLVED')
      )
    returning rad_id, kall_id
  ), subjekter as (
    insert into revisjonslogg.subjekt (subjekt_ref, rad_id)
    select s.subjekt_ref, u.rad_id
    from uavklart u
    join revisjonslogg.rad i on i.kall_id = u.kall_id and i.slag = 'INTENT'
    join revisjonslogg.subjekt s on s.rad_id = i.rad_id
  )
  select count(*) into antall from uavklart;
  return antall;
end $$;

revoke all on function revisjonslogg.mark_uavklarte(timestamptz) from public;
revoke all on all tables in schema revisjonslogg from public;

grant usage on schema revisjonslogg to portal, revisjonsleser;
grant insert (rad_id, handling_id, kall_id, slag, handling, bruker, bruker_id, enhet, session_ref, formaal, saksreferanse, pakke,
              utfall, innhold, konvolutt) on revisjonslogg.rad to portal;
grant insert (subjekt_ref, rad_id) on revisjonslogg.subjekt to portal;
grant execute on function revisjonslogg.mark_uavklarte(timestamptz) to portal;

grant select (id, tidspunkt, rad_id, handling_id, kall_id, slag, handling, bruker, bruker_id, enhet, formaal, saksreferanse, pakke,
              utfall, innhold) on revisjonslogg.rad to revisjonsleser;
grant select on revisjonslogg.subjekt to revisjonsleser;
