-- What a receiver checks a file by: a signed note, made by the worker when the file was. Null for files from before.
alter table uttrekk.fil add column manifest text;

alter table uttrekk.nedlasting
  drop constraint nedlasting_form_check,
  add constraint nedlasting_form_check check (form in ('fil', 'zip', 'manifest'));

-- When the files are deleted, as before: whoever has the manifest does not have the file.
create or replace function uttrekk.slettes(u uttrekk.uttrekk) returns timestamptz language sql stable as $$
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
