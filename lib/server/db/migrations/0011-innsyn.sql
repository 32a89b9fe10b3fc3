-- Innsyn asks which uttrekk became files, and which files were downloaded, in a period: few rows among all, found by time.
create index rad_uttrekksfil on revisjonslogg.rad (tidspunkt) where handling in ('UTTREKK_KLAR', 'NEDLASTING');

-- What one person is not told of for a time, by a decision with a reason (security.md P-03). The reason stands sealed in the
-- revisjonslogg under `handling_id`; whom it is about stands here as there, as a keyed reference, one row for each number.
create table portal.tilbakehold (
  handling_id uuid not null,
  subjekt_ref bytea not null,
  -- The line of her answer: an act, or one download.
  linje_id    uuid not null,
  grunn       text not null check (grunn in ('kontroll', 'tredjepart')),
  -- The first day that she is told again.
  utloeper    date not null,
  opprettet   timestamptz not null default now(),
  opphevet    timestamptz,
  primary key (handling_id, subjekt_ref)
);
create index tilbakehold_subjekt on portal.tilbakehold (subjekt_ref);
grant select, insert, update (opphevet) on portal.tilbakehold to portal;
