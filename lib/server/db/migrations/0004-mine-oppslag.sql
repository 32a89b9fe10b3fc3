-- A user's own kept oppslag, listed by receipt. In clear, since nothing of it is about a person: the same three stand
-- in portal.session while she works and in revisjonslogg.rad for good. What is kept from before has no receipt to list
-- by and goes, as after a crash.
truncate portal.oppslag;
alter table portal.oppslag
  add column tidspunkt     timestamptz not null,
  add column formaal       text not null,
  add column saksreferanse text not null;
create index oppslag_bruker on portal.oppslag (bruker_id, tidspunkt);
