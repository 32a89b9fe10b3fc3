-- What the register's feed says of everybody, for the packages that are followed: one row an entry, for the tab of a
-- person's hendelser (docs/adr/0028). Whom it is about is a keyed reference, as in the revisjonslogg, and what it says is
-- sealed: of the rows alone nobody can tell who moved, or who is protected.
create table portal.hendelse (
  pakke         text not null,
  sekvensnummer bigint not null,
  ref           bytea not null,
  -- Kind, time and document ids, bound to the package and the number.
  innhold       bytea not null,
  -- When it was read: the register deletes after 36 months, and so do we.
  lest          timestamptz not null default now(),
  primary key (pakke, sekvensnummer)
);
create index hendelse_ref on portal.hendelse (ref, pakke, sekvensnummer);
-- Rows come in the order of time: a few pages of index for ten million of them.
create index hendelse_lest on portal.hendelse using brin (lest) with (pages_per_range = 16);

grant select on portal.hendelse to portal;
grant select, insert, delete on portal.hendelse to worker;

-- The feed is read once for all who follow it. The index follows it as the uttrekk do, with a place of its own: a row of
-- the package instead of an uttrekk.
alter table uttrekk.oppdatering alter column uttrekk_id drop not null;
alter table uttrekk.oppdatering add column pakke text unique;
alter table uttrekk.oppdatering add constraint oppdatering_en_av_dem check ((uttrekk_id is null) <> (pakke is null));
grant insert (pakke) on uttrekk.oppdatering to worker;
