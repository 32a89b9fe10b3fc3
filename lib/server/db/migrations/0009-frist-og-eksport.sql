-- How far each receiver outside has been given the revisjonslogg: the leaf that comes next. It moves only when the
-- receiver has taken what came before, so that what it misses it gets again (A-16).
create table revisjonslogg.eksport (
  mottaker   text primary key,
  neste_blad bigint not null,
  oppdatert  timestamptz not null default now()
);
grant select, insert, update on revisjonslogg.eksport to forsegler;

-- What the drift page watches.
grant select on revisjonslogg.eksport to revisjonsleser;
grant select (id) on revisjonslogg.rad_rest to revisjonsleser;
