/** What an intruder in the portal's place tries, and what the database lets her do. For tests only. */

/** Each is a way to undo what was logged, to another's rights, to the server's disk, or out of the database. */
export const FORSOEK = [
  "update revisjonslogg.rad set bruker = 'en annen'",
  'delete from revisjonslogg.rad',
  'truncate revisjonslogg.subjekt',
  'delete from revisjonslogg.livstegn',
  'insert into revisjonslogg.rad (id) overriding system value values (1)',
  "insert into revisjonslogg.rad (tidspunkt) values (now() - interval '1 year')",
  'insert into revisjonslogg.blad values (0, 0, now(), sha256(null))',
  "insert into revisjonslogg.sjekkpunkt values (0, 0, '0', now(), 'x')",
  'update revisjonslogg.eksport set neste_blad = 0',
  'select konvolutt from revisjonslogg.rad',
  'alter table revisjonslogg.rad disable trigger all',
  'drop schema revisjonslogg cascade',
  "set session_replication_role = 'replica'",
  'select pg_advisory_lock(1), revisjonslogg.ensure_partisjoner()',
  'insert into portal.skjermet_person select * from portal.skjermet_person',
  'delete from portal.skjermet_person',
  "update portal.tildeling set rettighet = 'personvernombud'",
  'delete from kontroll.sak',
  'insert into uttrekk.fil select * from uttrekk.fil',
  'update uttrekk.jobb set nr = nr',
  'delete from drift.migrering',
  'set role forsegler',
  'set role worker',
  'set session authorization eier',
  'create role ny login',
  "alter system set fsync = 'off'",
  'create table public.ny ()',
  "create function public.ny() returns int language sql as 'select 1'",
  'create extension dblink',
  "copy (select 1) to program 'true'",
  "copy (select 1) to '/tmp/ny'",
  "select pg_read_file('postgresql.conf')",
  "select pg_ls_dir('.')",
  "select lo_import('/etc/hostname')",
  'select rolpassword from pg_authid',
];

/** All that the portal may do in the database, table by table. What a new table gives is added here by who makes it. */
export const PORTAL = `
drift.migrering: select
kontroll.forklaring: select, insert, update (besvart svar)
kontroll.periode: select
kontroll.sak: select, update (avsluttet frist tilstand utfall versjon)
kontroll.treff: select
kontroll.vurdering: select, insert
portal.begrunnelse: select, insert, delete
portal.bruker: select, insert, update
portal.enhet: select, insert, update (avsluttet navn overordnet_id)
portal.gjennomgang: select, insert
portal.gjennomgangslinje: select, insert, update (svar svart svart_av)
portal.hendelse: select
portal.loggvisning: select, insert, update (filter navn versjon), delete
portal.noedtilgang: select, insert, update (avsluttet)
portal.oppslag: select, insert, delete
portal.session: select, insert, update, delete
portal.sist_brukt: select
portal.skjermet_person: select
portal.skjermingsliste: select
portal.soek: select, insert, delete
portal.tilbakehold: select, insert, update (opphevet)
portal.tildeling: select, insert (begrunnelse bruker_id fra gitt_av rettighet til), update (bekreftet bekreftet_av trukket trukket_av)
portal.tilgangshendelse: select, insert
revisjonslogg.livstegn: insert (merke)
revisjonslogg.rad: insert (bruker bruker_id enhet formaal handling handling_id innhold kall_id konvolutt merke pakke rad_id saksreferanse session_ref slag utfall)
revisjonslogg.subjekt: insert (rad_id subjekt_ref)
uttrekk.batch: select
uttrekk.del: select
uttrekk.deling: select, insert, delete
uttrekk.fil: select
uttrekk.godkjenning: select, insert
uttrekk.jobb: select
uttrekk.kallkvote: select
uttrekk.mal: select, insert, update (bestilling), delete
uttrekk.medlemskap: select
uttrekk.merknad: select, insert
uttrekk.nedlasting: select, insert, update (aktiv_til bytes_sendt fullfoert passord startet)
uttrekk.oppdatering: select, insert (uttrekk_id), delete
uttrekk.plan: select, insert, delete
uttrekk.sammenligning: select, insert, update (forsoek tidligst tilstand)
uttrekk.uttrekk: select, insert, update (avtrykk begrunnelse bestilling deler feil godkjenningsgrunner oenske tilstand utloeper versjon)`
  .trim()
  .split('\n');

/** The same of the role that reads the log for its readers. */
export const LESER = [
  'revisjonslogg.blad: select',
  'revisjonslogg.eksport: select',
  'revisjonslogg.rad: select (bruker bruker_id enhet formaal handling handling_id id innhold kall_id pakke rad_id saksreferanse slag tidspunkt utfall xid)',
  'revisjonslogg.rad_rest: select (id)',
  'revisjonslogg.sjekkpunkt: select',
  'revisjonslogg.subjekt: select',
];
