-- A comparison is taken before it is tried: one that ends badly, or takes its worker with it, waits while the others go on.
alter table uttrekk.sammenligning
  add column forsoek  integer not null default 0,
  add column tidligst timestamptz not null default now();

-- How far the package's feed had come before the uttrekk was ordered: who follows it later begins after this. `feed_lest`
-- is when; null where the order itself named the place, as a komplett uttrekk may.
alter table uttrekk.uttrekk
  add column feed_siste bigint,
  add column feed_lest  timestamptz;
