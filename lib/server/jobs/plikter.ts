/** Every duty of the worker, and how often: the one list. */
import 'server-only';
import { getWorkerPool } from '#lib/server/db/pools.ts';
import { deleteGamleHendelser } from '#lib/server/hendelse/hendelse-store.ts';
import type { Plikt } from '#lib/server/jobs/start-jobs.ts';
import { getKontrolljobb } from '#lib/server/kontroll/kontrolldeps.ts';
import { runKontroll } from '#lib/server/kontroll/run-kontroll.ts';
import { runEksport } from '#lib/server/revisjonslogg/eksport/eksport.ts';
import { ensurePartisjoner, getForsegler } from '#lib/server/revisjonslogg/forsegling/forsegling.ts';
import { closeGjennomganger } from '#lib/server/tilgang/close-gjennomganger.ts';
import { getTilgangsdepsOfWorker } from '#lib/server/tilgang/deps.ts';
import { noteBruk } from '#lib/server/tilgang/note-bruk.ts';
import { runSammenligninger } from '#lib/server/uttrekk/filer/run-sammenligninger.ts';
import { fortsettMedPlass, readLedigeBytes } from '#lib/server/uttrekk/motor/fortsett-med-plass.ts';
import { fortsettMedRegisteret } from '#lib/server/uttrekk/motor/fortsett-med-registeret.ts';
import { slettUtloepte } from '#lib/server/uttrekk/motor/slett-utloepte.ts';
import { getMotordeps } from '#lib/server/uttrekk/motor/start-uttrekksmotor.ts';
import { getOppdateringsdeps } from '#lib/server/uttrekk/oppdatering/deps.ts';
import { runOppdateringer } from '#lib/server/uttrekk/oppdatering/run-oppdateringer.ts';
import { getUttrekksdepsOfWorker } from '#lib/server/uttrekk/portal/deps.ts';
import { runPlaner } from '#lib/server/uttrekk/portal/run-planer.ts';

/** The whole country is a few seconds; what takes longer is stuck, and is tried again. */
const SAMMENLIGNING_MS = 10 * 60_000;

/** The duties of this worker. */
export function listPlikter(): Plikt[] {
  // Read at the start: a list of kontroll that may not be used is no surprise of the night.
  const kontrolljobb = getKontrolljobb();

  return [
    {
      navn: 'forsegling',
      cron: '* * * * *',
      async run() {
        await getForsegler().sealOnce();
      },
    },
    { navn: 'revisjonsloggeksport', cron: '* * * * *', run: runEksport },
    { navn: 'kontroll', cron: '*/5 * * * *', run: () => runKontroll(kontrolljobb, new Date()) },
    { navn: 'partisjoner', cron: '13 3 * * *', run: ensurePartisjoner },
    {
      navn: 'kallkvote-rydding',
      cron: '7 * * * *',
      async run() {
        await getWorkerPool().query(
          "delete from uttrekk.kallkvote where minutt < now() - interval '10 minutes'",
        );
      },
    },
    {
      navn: 'uttrekkssammenligninger',
      cron: '* * * * *',
      run: () => runSammenligninger(getMotordeps(), AbortSignal.timeout(SAMMENLIGNING_MS)),
    },
    {
      navn: 'uttrekksfrister',
      cron: '* * * * *',
      run() {
        const deps = getMotordeps();

        return slettUtloepte(deps, deps.valg.levetidDager);
      },
    },
    {
      navn: 'uttrekksplass',
      cron: '* * * * *',
      run() {
        const { pool, filMappe } = getMotordeps();

        return fortsettMedPlass(pool, () => readLedigeBytes(filMappe));
      },
    },
    { navn: 'uttrekksproeving', cron: '* * * * *', run: () => fortsettMedRegisteret(getMotordeps()) },
    {
      navn: 'uttrekksoppdateringer',
      cron: '* * * * *',
      run: () => runOppdateringer(getOppdateringsdeps()),
    },
    {
      navn: 'hendelsesrydding',
      cron: '41 2 * * *',
      run: () => deleteGamleHendelser(getWorkerPool()),
    },
    { navn: 'tilgangsbruk', cron: '23 * * * *', run: () => noteBruk(getWorkerPool()) },
    {
      navn: 'tilgangsgjennomganger',
      cron: '* * * * *',
      run: () => closeGjennomganger(getTilgangsdepsOfWorker()),
    },
    { navn: 'uttrekksplaner', cron: '*/5 * * * *', run: () => runPlaner(getUttrekksdepsOfWorker()) },
  ];
}
