-- The mark of whoever wrote a row: which writer, which of its rows, which of those before it are written, and a keyed
-- digest of all that the writer set (ADR 0026). Rows of before have none, and those that the database makes by itself.
alter table revisjonslogg.rad add column merke bytea;
grant insert (merke) on revisjonslogg.rad to portal, worker;

-- A writer that has fallen silent says how far it came. The sealer takes it away when it has heard it. `xid` says, as for
-- a row, when all that it speaks of must be there.
create table revisjonslogg.livstegn (
  merke bytea not null,
  xid   xid8 not null default pg_current_xact_id()
);
revoke all on revisjonslogg.livstegn from public;
grant insert (merke) on revisjonslogg.livstegn to portal, worker;
grant select, delete on revisjonslogg.livstegn to forsegler;
