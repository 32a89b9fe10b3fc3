-- What people read the revisjonslogg by. Every question is answered in the order of time, which is also the order of the
-- months, so that a page touches as few of them as it can; the same indexes serve the one who reads her own acts.
drop index revisjonslogg.rad_bruker;
create index rad_bruker on revisjonslogg.rad (bruker, tidspunkt);
create index rad_handling on revisjonslogg.rad (handling, tidspunkt);
create index rad_formaal on revisjonslogg.rad (formaal, tidspunkt) where formaal is not null;
create index rad_pakke on revisjonslogg.rad (pakke, tidspunkt) where pakke is not null;
create index rad_sak on revisjonslogg.rad (saksreferanse, tidspunkt) where saksreferanse is not null;
-- Most acts end well: those that did not are few, and are looked for.
create index rad_avvik on revisjonslogg.rad (slag, tidspunkt) where slag in ('DENIED', 'FAILED', 'UNRESOLVED');
-- The rows of one act, wherever they are.
create index rad_handling_id on revisjonslogg.rad (handling_id);

-- Of a kept oppslag, the act that it was: so that its owner finds it again from her own acts. What is kept from before
-- has none and goes, as after a crash.
truncate portal.oppslag;
alter table portal.oppslag add column handling_id uuid not null;

-- A filter that a reader of the revisjonslogg has given a name. It never holds a person: the columns are all there is.
create table portal.loggvisning (
  id        uuid primary key default gen_random_uuid(),
  bruker_id uuid not null references portal.bruker (id),
  navn      text not null check (char_length(navn) between 1 and 60),
  filter    jsonb not null,
  -- Counts the changes, so that two windows do not overwrite each other unseen.
  versjon   integer not null default 1,
  opprettet timestamptz not null default now(),
  unique (bruker_id, navn)
);
grant select, insert, update (navn, filter, versjon), delete on portal.loggvisning to portal;
