-- The reasons that each user has given last, as keyed marks: a new reason must differ from the last five (security.md
-- Z-09). The reasons themselves stand sealed in the revisjonslogg, which the portal's role cannot read.
create table portal.begrunnelse (
  id        bigint generated always as identity,
  bruker_id uuid not null,
  merke     bytea not null,
  primary key (bruker_id, merke)
);

-- Takes a reason into use; false when it is one of the user's last five. One at a time for each user, so that the same
-- reason cannot be used twice at once. Six are left, so that one given back leaves five.
create function portal.ta_begrunnelse(hvem uuid, hva bytea) returns boolean
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(7261007, hashtext(hvem::text));
  delete from portal.begrunnelse
  where bruker_id = hvem
    and id not in (select id from portal.begrunnelse where bruker_id = hvem order by id desc limit 5);
  insert into portal.begrunnelse (bruker_id, merke) values (hvem, hva) on conflict do nothing;
  return found;
end $$;

revoke all on function portal.ta_begrunnelse(uuid, bytea) from public;
grant select, insert, delete on portal.begrunnelse to portal;
grant execute on function portal.ta_begrunnelse(uuid, bytea) to portal;
