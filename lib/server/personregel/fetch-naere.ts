/**
 * Who is close to a user, from the register itself (security.md Z-04): her own document, those of everybody it names, and
 * those of siblings and of the other parents of her children, whom only the second step names. Of her own also where she
 * lives and her name, as marks. At most three calls, each
 * with its rows in the revisjonslogg under one act of the portal's own; what comes is kept sealed and shown to nobody.
 */
import 'server-only';
import { isAppError } from '#lib/domain/feil.ts';
import { listEgneNumre } from '#lib/domain/personregel/dokumentnumre.ts';
import { readFamilie } from '#lib/domain/personregel/familie.ts';
import { LIKHETSDELER } from '#lib/domain/personregel/likheter.ts';
import { limitDeler } from '#lib/domain/rettighetspakke/deler.ts';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { hasTjeneste } from '#lib/domain/rettighetspakke/rettighetspakker.ts';
import type { FregClient } from '#lib/server/freg/create-freg-client.ts';
import type { Bulksvar, FregFeil, PersonDokument } from '#lib/server/freg/freg-svar.ts';
import { toEgneMerker } from '#lib/server/personregel/likhetsmerker.ts';
import type { Revisjonslogg } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import type { EgenPerson } from '#lib/server/session/egen-person.ts';
import type { Session } from '#lib/server/session/session-store.ts';

/** Who asks, on whose behalf a call is made. */
export type Spoerrer = { session: Session; requestId: string; signal: AbortSignal };

type Deps = {
  freg: Pick<FregClient, 'getPerson' | 'hentMange'>;
  revisjonslogg: Revisjonslogg;
  /** OPPSLAG_KEY. */
  key: string;
};
type Dokumenter = ReadonlyMap<string, PersonDokument>;

const DELER = [
  'identifikasjonsnummer',
  'familierelasjon',
  'sivilstand',
  'foreldreansvar',
  'vergemaalEllerFremtidsfullmakt',
  'historikk',
];

/** The first of the packages that tells of families; null when none does, and then nobody can be decided about. */
export const findFamiliepakke = (pakker: readonly Pakke[]): Pakke | null =>
  pakker.find(
    (pakke) =>
      hasTjeneste(pakke, 'bulkoppslag') && limitDeler(pakke, ['familierelasjon']).ikkeIPakken.length === 0,
  ) ?? null;

/** The documents of an answer by the number that was asked for; null when it is not whole. */
function readSvar(svar: Bulksvar | FregFeil): Dokumenter | null {
  if (svar.kind !== 'bulk' || svar.uteblitt > 0) return null;
  if (svar.poster.some(({ utfall }) => utfall === 'feilPerson')) return null;
  const funnet = svar.poster.filter((post) => post.utfall === 'funnet');

  return new Map(funnet.map(({ nummer, dokument }) => [nummer, dokument]));
}

/**
 * Reads documents in calls of one act. Gives null when an answer is not whole: somebody's was thrown away, or did not come.
 * A number that the register does not know is no fault: relatives die, and are registered abroad.
 */
function createLeser({ freg, revisjonslogg }: Deps, { session, requestId, signal }: Spoerrer, pakke: Pakke) {
  const felles = { pakke, signal, requestId };
  const { deler } = limitDeler(pakke, DELER);
  const { deler: egneDeler } = limitDeler(pakke, [...DELER, ...LIKHETSDELER]);
  let handlingId: string | undefined;

  async function les(
    numre: readonly string[],
    sett: readonly string[],
    ask: () => Promise<Dokumenter | null>,
  ): Promise<Dokumenter | null> {
    const plan = { aktoer: session, handling: 'NAERSTAAENDE', formaal: null, saksreferanse: null };
    const om = { pakke, deler: [...sett], subjekter: numre, kriterier: { numre } };
    const act = await revisjonslogg.intend({ ...plan, ...om }, handlingId);
    handlingId = act.handlingId;
    try {
      const dokumenter = await ask();
      if (dokumenter === null) {
        await act.fail(null, 'kanIkkeAvgjoeres');
        return null;
      }
      const avtrykk = revisjonslogg.toAvtrykk(JSON.stringify([...dokumenter]));
      await act.keep({ utfall: 'hentet', antall: dokumenter.size, avtrykk });

      return dokumenter;
    } catch (error) {
      if (!isAppError(error)) await act.fail(null, 'internFeil');
      throw error;
    }
  }

  return {
    /** By whatever number she has had: a bulkoppslag answers for those of today only. */
    egen: (nummer: string) =>
      les([nummer], egneDeler, async () => {
        const svar = await freg.getPerson({ ...felles, deler: egneDeler, personidentifikator: nummer });
        return svar.kind === 'funnet' ? new Map([[nummer, svar.dokument]]) : null;
      }),
    andre: async (numre: readonly string[]): Promise<Dokumenter | null> =>
      numre.length === 0
        ? new Map()
        : les(numre, deler, async () => readSvar(await freg.hentMange({ ...felles, deler, numre }))),
  };
}

const without = (numre: readonly string[], kjente: readonly string[]): string[] => [
  ...new Set(numre.filter((nummer) => !kjente.includes(nummer))),
];

const familierAv = (numre: readonly string[], dokumenter: Dokumenter) =>
  numre
    .map((nummer) => dokumenter.get(nummer))
    .filter((dokument) => dokument !== undefined)
    .map(readFamilie);

/**
 * Everybody close to the person with this number, with every number that is known of each; null when the register did not
 * say, or does not know her. Throws REVISJONSLOGG_UTILGJENGELIG when a row cannot be written.
 */
export async function fetchNaere(
  deps: Deps,
  spoerrer: Spoerrer,
  nummer: string,
  pakke: Pakke,
): Promise<EgenPerson | null> {
  const les = createLeser(deps, spoerrer, pakke);
  const egen = (await les.egen(nummer))?.get(nummer);
  if (egen === undefined) return null;
  const egne = [...new Set([nummer, ...listEgneNumre(egen)])];
  const { foreldre, barn, andre } = readFamilie(egen);
  const naermest = without([...foreldre, ...barn, ...andre], egne);
  const nevnt = await les.andre(naermest);
  if (nevnt === null) return null;
  const soesken = familierAv(foreldre, nevnt).flatMap((familie) => familie.barn);
  const medforeldre = familierAv(barn, nevnt).flatMap((familie) => familie.foreldre);
  const videre = without([...soesken, ...medforeldre], [...egne, ...naermest]);
  const sist = await les.andre(videre);
  if (sist === null) return null;
  const toNumre = (nr: string) => [...new Set([nr, ...listEgneNumre(nevnt.get(nr) ?? sist.get(nr) ?? {})])];

  return { egne, naere: [...naermest, ...videre].map(toNumre), merker: toEgneMerker(deps.key, egen) };
}
