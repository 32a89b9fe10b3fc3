-- The numbers of a hit list, for half an hour: what the register answered and the user has not been shown yet. Sealed
-- and bound to her; unlogged, as portal.oppslag is.
create unlogged table portal.soek (
  id        uuid primary key,
  bruker_id uuid not null,
  innhold   bytea not null,
  utloeper  timestamptz not null
);
create index soek_utloeper on portal.soek (utloeper);
alter table portal.soek alter column innhold set storage external;

grant select, insert, delete on portal.soek to portal;
