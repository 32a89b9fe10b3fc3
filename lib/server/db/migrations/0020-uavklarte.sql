-- How far every act has its end: before this moment none is without one. What starts looks from here on and not from
-- the log's beginning, which would take longer than a statement may the older the log gets.
create table revisjonslogg.avklart (
  til timestamptz not null
);
create unique index avklart_en on revisjonslogg.avklart ((true));
insert into revisjonslogg.avklart (til) values ('epoch');
revoke all on revisjonslogg.avklart from public;

-- As before (A-03), from where it is known that all are settled. An hour is left to rows that commit late, which no
-- transaction of ours does by more than a minute.
create or replace function revisjonslogg.mark_uavklarte(siden timestamptz) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  antall integer;
  kjent timestamptz;
  fra timestamptz;
  grense timestamptz := clock_timestamp() - interval '2 minutes';
begin
  if not pg_try_advisory_xact_lock(7261001) then
    return 0;
  end if;
  select a.til into strict kjent from revisjonslogg.avklart a;
  fra := greatest(siden, kjent);
  with uavklart as (
    insert into revisjonslogg.rad
      (rad_id, handling_id, kall_id, slag, handling, bruker, bruker_id, enhet, session_ref, formaal, saksreferanse, pakke, utfall, konvolutt)
    select gen_random_uuid(), i.handling_id, i.kall_id, 'UNRESOLVED', i.handling, i.bruker, i.bruker_id, i.enhet, i.session_ref,
           i.formaal, i.saksreferanse, i.pakke, 'uavklart', i.konvolutt
    from revisjonslogg.rad i
    where i.slag = 'INTENT'
      and i.tidspunkt >= fra
      and i.tidspunkt < grense
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
    join revisjonslogg.rad i on i.kall_id = u.kall_id and i.slag = 'INTENT' and i.tidspunkt >= fra
    join revisjonslogg.subjekt s on s.tidspunkt = i.tidspunkt and s.rad_id = i.rad_id
  )
  select count(*) into antall from uavklart;
  if siden <= kjent and grense - interval '1 hour' > kjent then
    update revisjonslogg.avklart a set til = grense - interval '1 hour';
  end if;
  return antall;
end $$;

-- What is there already is settled now, while nobody waits for it.
select revisjonslogg.mark_uavklarte('epoch');
