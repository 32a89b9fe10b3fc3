/**
 * One reading of a package's feed, for all who follow it: read once, however many they are. Rule: a committed INTENT that
 * names them, the call, a row of how many entries came and a digest of what is kept, and only then is anything kept
 * (docs/adr/0025, 0028, security.md ).
 */
import 'server-only';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { applyFeedside, type Framgang, toLesested } from '#lib/domain/uttrekk/apply-feedside.ts';
import type { Database } from '#lib/server/db/pool.ts';
import type { Feedsvar, FregFeil } from '#lib/server/freg/freg-svar.ts';
import { FEED_SIDE } from '#lib/server/freg/read-hendelser.ts';
import { saveHendelser } from '#lib/server/hendelse/hendelse-store.ts';
import { log } from '#lib/server/log/log.ts';
import type { Act, Aktoer } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import { createVentMs } from '#lib/server/uttrekk/motor/motor.ts';
import { toReaksjon, toUtfall } from '#lib/server/uttrekk/motor/reaksjon.ts';
import { runKall } from '#lib/server/uttrekk/motor/run-kall.ts';
import type { Oppdateringsdeps } from './deps.ts';
import { findEndrede } from './find-endrede.ts';
import {
  delayHoldte,
  type Foelger,
  listFoelgere,
  saveEndrede,
  saveForGammel,
  saveFramgang,
  saveStart,
  saveUendret,
  type Venter,
} from './holdte.ts';

/** Nobody asks at this moment: those it is read for stand in the row by their uttrekk. */
const ARBEIDEREN: Aktoer = { brukerId: null, brukernavn: 'arbeideren', enhet: null, sessionRef: null };
/** Between two tries, doubled for each. */
const NYTT_FORSOEK = { minstMs: 60_000, mestMs: 15 * 60_000 };

/** What one who follows is called in the log. */
const toNavn = ({ uttrekkId, pakke }: Venter): string => uttrekkId ?? pakke;

function intendLesing({ revisjonslogg }: Oppdateringsdeps, pakke: Pakke, holdte: readonly Venter[]) {
  return revisjonslogg.intend({
    aktoer: ARBEIDEREN,
    handling: 'UTTREKK_HENDELSER',
    formaal: null,
    saksreferanse: null,
    pakke,
    deler: [],
    subjekter: [],
    kriterier: null,
    gjelder: Object.fromEntries(holdte.map((holdt) => [holdt.uttrekkId ?? 'hendelser', holdt.neste ?? ''])),
  });
}

/** No answer: asked again later, by the clock of the database. */
async function saveFeil(
  { pool, random }: Oppdateringsdeps,
  holdte: readonly Venter[],
  svar: FregFeil,
  act: Act,
): Promise<void> {
  await act.fail(null, toUtfall(svar));
  const reaksjon = toReaksjon(svar);
  const venter = createVentMs(NYTT_FORSOEK, Math.max(...holdte.map(({ forsoek }) => forsoek)), random);
  await delayHoldte(pool, holdte, reaksjon.kind === 'vent' ? Math.max(reaksjon.ms, venter) : venter);
  log.warn('uttrekk.hendelser-ulest', { kode: toUtfall(svar) });
}

/** Asks how far the feed of the package has come, for those that have no place in it yet. */
export async function startFoelgere(
  deps: Oppdateringsdeps,
  pakke: Pakke,
  holdte: readonly Venter[],
): Promise<void> {
  await runKall(
    deps,
    () => intendLesing(deps, pakke, holdte),
    () => deps.freg.getSisteSekvensnummer({ pakke }),
    async (svar, act) => {
      if (svar.kind !== 'sekvensnummer') return saveFeil(deps, holdte, svar, act);
      const avtrykk = deps.revisjonslogg.toAvtrykk(String(svar.sekvensnummer));
      await act.keep({ utfall: 'sekvensnummer', antall: 0, avtrykk });
      await saveStart(deps.pool, holdte, svar.sekvensnummer, deps.hendelserTilbake);
    },
  );
}

/** `refs` are those whom something is kept about; null when the membership file does not say who they are. */
type Funn = { foelger: Foelger; framgang: Framgang; refs: Buffer[] | null };

/** Of an uttrekk its persons, for the index everybody that the page is about. */
async function findRefs(deps: Oppdateringsdeps, foelger: Foelger, { nye }: Framgang): Promise<Buffer[]> {
  if (foelger.uttrekkId !== null) return findEndrede(deps, foelger, nye);

  return nye.flatMap(({ nummer }) => (nummer === null ? [] : deps.revisjonslogg.toSubjektRef(nummer)));
}

/** What the page means to one of them. */
async function findFunn(
  deps: Oppdateringsdeps,
  foelger: Foelger,
  framgang: Framgang | null,
): Promise<Funn[]> {
  if (framgang === null) return [];
  const refs = await findRefs(deps, foelger, framgang).catch((error: unknown) => {
    log.error('uttrekk.medlemskap-uleselig', { requestId: toNavn(foelger), error });
    return null;
  });

  return [{ foelger, framgang, refs }];
}

async function saveFunn(
  { pool, random, noekler, hendelserTilbake }: Oppdateringsdeps,
  { foelger, framgang, refs }: Funn,
  { fra, erAjour, etag }: { fra: number; erAjour: boolean; etag: string | null },
): Promise<void> {
  if (refs === null) return delayHoldte(pool, [foelger], createVentMs(NYTT_FORSOEK, foelger.forsoek, random));
  if (framgang.hull) log.error('uttrekk.hendelser-hull', { requestId: toNavn(foelger) });
  // The digest is of the page from `fra`: it stands for the next page only when that is the same.
  const nesteEtag = erAjour && toLesested(framgang) === fra ? etag : null;
  const begynteFoer = foelger.uttrekkId === null && foelger.sett === null && hendelserTilbake > 0;
  const siden = begynteFoer ? (framgang.nye[0]?.innhold.tidspunkt ?? null) : null;
  const keep = (tx: Database) =>
    foelger.uttrekkId === null
      ? saveHendelser(tx, noekler, foelger.pakke, framgang.nye)
      : saveEndrede(tx, foelger, refs);
  await saveFramgang(pool, foelger, framgang, { erAjour, etag: nesteEtag, siden, keep });
}

/** @returns whether there is more to read now */
async function saveSvar(
  deps: Oppdateringsdeps,
  foelgere: readonly Foelger[],
  fra: number,
  svar: Feedsvar | FregFeil,
  act: Act,
): Promise<boolean> {
  const { pool, revisjonslogg } = deps;
  if (svar.kind === 'uendret') {
    await act.keep({ utfall: 'uendret', antall: 0, avtrykk: revisjonslogg.toAvtrykk('') });
    await saveUendret(pool, foelgere);
    return false;
  }
  if (svar.kind === 'forGammel') {
    await act.fail(null, 'forGammel');
    log.error('uttrekk.hendelser-for-gammel');
    await saveForGammel(
      pool,
      foelgere.filter((foelger) => toLesested(foelger) === fra),
    );
    return true;
  }
  if (svar.kind !== 'hendelser') {
    await saveFeil(deps, foelgere, svar, act);
    return false;
  }
  const { hendelser, etag } = svar;
  const erAjour = hendelser.length < FEED_SIDE;
  const side = { fra, hendelser, erSiste: erAjour };
  const funn: Funn[] = [];
  for (const foelger of foelgere) funn.push(...(await findFunn(deps, foelger, applyFeedside(foelger, side))));
  const kept = funn.map(({ foelger, refs }) => [
    foelger.id,
    ...(refs ?? []).map((ref) => ref.toString('hex')),
  ]);
  const avtrykk = revisjonslogg.toAvtrykk(JSON.stringify(kept));
  await act.keep({ utfall: 'hendelser', antall: hendelser.length, avtrykk });
  for (const ett of funn) await saveFunn(deps, ett, { fra, erAjour, etag });

  return !erAjour;
}

/**
 * Reads one page for those of the package that follow, from where the last of them has come.
 * @returns whether there is more to read now
 * @throws Kvotefull; AppError REVISJONSLOGG_UTILGJENGELIG
 */
export async function readFeedside(deps: Oppdateringsdeps, pakke: Pakke): Promise<boolean> {
  const foelgere = await listFoelgere(deps.pool, pakke);
  const [foerste] = foelgere;
  if (foerste === undefined) return false;
  const fra = Math.min(...foelgere.map(toLesested));
  // Of a page that all of them know; who has come further or less far has another.
  const isSamme = (foelger: Foelger) => toLesested(foelger) === fra && foelger.etag === foerste.etag;
  const etag = foelgere.every(isSamme) ? foerste.etag : null;

  return runKall(
    deps,
    () => intendLesing(deps, pakke, foelgere),
    () => deps.freg.listHendelser({ pakke, fra, etag }),
    (svar, act) => saveSvar(deps, foelgere, fra, svar, act),
  );
}
