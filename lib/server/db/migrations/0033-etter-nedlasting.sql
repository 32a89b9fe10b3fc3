-- Hours from when everybody who may have the files has all of them, until they are deleted (docs/adr/0033). As it was set
-- when they were made, so that what their owner was told stands; null where the last day alone counts.
alter table uttrekk.uttrekk add column slett_timer integer check (slett_timer > 0);

-- When the files of an uttrekk are deleted: on the last day, or so many hours after the last of those who may download
-- had the last of its own files to the end for the first time. Who is barred is not waited for, and whoever has what a file
-- is checked by (0036) does not have the file. Null before there are any.
create function uttrekk.slettes(u uttrekk.uttrekk) returns timestamptz language sql stable as $$
  select case when u.slett_timer is null then u.utloeper else least(u.utloeper, (
    select max(h.hentet) + u.slett_timer * interval '1 hour'
    from (
      select (select min(n.fullfoert) from uttrekk.nedlasting n
              where n.fil_id = f.id and n.bruker_id = b.id and n.form <> 'manifest') as hentet
      from (select u.eier_id as id union select d.bruker_id from uttrekk.deling d where d.uttrekk_id = u.id) hvem
        join portal.bruker b on b.id = hvem.id and b.sperret is null
        cross join uttrekk.fil f
      where f.uttrekk_id = u.id and f.fra_id is null
    ) h
    having bool_and(h.hentet is not null)
  )) end
$$;

-- A comparison that failed may be asked for again.
grant update (tilstand, forsoek, tidligst) on uttrekk.sammenligning to portal;

-- Nothing looks for a hendelse by when it was read: what is old is found from the first place on, which is the order of
-- time too.
drop index portal.hendelse_lest;
