/**
 * What both acts about a person's hendelser begin with: decide, intend, and ask the register who she is now. Rule: how
 * protected she is, which numbers are hers and whether she is open to the user are of this moment and never of the oppslag
 * that the tab belongs to (security.md Z-08), so nothing that was kept decides what is shown.
 */
import 'server-only';
import { AppError, isAppError } from '#lib/domain/feil.ts';
import { decideKontekst } from '#lib/domain/formaal/decide-kontekst.ts';
import type { Formaal } from '#lib/domain/formaal/formaal.ts';
import { isFulgt, type Uten } from '#lib/domain/hendelse/hendelse.ts';
import type { HendelserRequest } from '#lib/domain/hendelse/hendelse-request.ts';
import type { AvvistGrunn } from '#lib/domain/oppslag/oppslag.ts';
import { parsePerson } from '#lib/domain/person/parse-person.ts';
import { readVern, STEDER, type Vern } from '#lib/domain/person/skjerming.ts';
import { listEgneNumre } from '#lib/domain/personregel/dokumentnumre.ts';
import type { StengtGrunn } from '#lib/domain/personregel/personregel.ts';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { egenskaperFor } from '#lib/domain/rettighetspakke/rettighetspakker.ts';
import { getFormaalskatalog } from '#lib/server/config.ts';
import { getFregClient } from '#lib/server/freg/freg-client.ts';
import type { FregFeil, PersonDokument } from '#lib/server/freg/freg-svar.ts';
import type { Kall } from '#lib/server/http/route.ts';
import { getVist } from '#lib/server/oppslag/read-oppslag.ts';
import { toKildefeil } from '#lib/server/oppslag/to-kildefeil.ts';
import type { Aapen, Regler, Vakt } from '#lib/server/personregel/create-vakt.ts';
import { openVakt } from '#lib/server/personregel/open-vakt.ts';
import type { Act, Plan } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';
import { getRevisjonslogg } from '#lib/server/revisjonslogg/revisjonslogg.ts';

/** One act: its word in the log, the parts that it asks for besides, and what it is about. */
type Handling = {
  handling: 'HENDELSESLISTE' | 'HENDELSE';
  listDeler: (formaal: Formaal) => readonly string[];
  gjelder?: Plan['gjelder'];
};

/** A person as she is now: every number of hers, the first the one that was asked for. */
export type Naa = {
  act: Act;
  formaal: Formaal;
  nummer: string;
  numre: readonly string[];
  vern: Vern;
  regler: Regler;
  vakt: Vakt;
};

/** What tells the numbers that are hers, and any protection of her or of one address. None of it is shown. */
function listVerndeler(pakke: Pakke): string[] {
  const iPakken = egenskaperFor(pakke);

  return [
    'identifikasjonsnummer',
    'adressebeskyttelse',
    ...STEDER.filter((sted) => iPakken.has(sted)),
    'historikk',
  ];
}

/** Ends an act that the register did not answer, and says why. */
export function endUten(
  { act, nummer }: Pick<Naa, 'act' | 'nummer'>,
  svar: FregFeil,
  referanse: string,
): Promise<Disclosed<Uten>> {
  if (svar.kind === 'ikkeFunnet')
    return act.disclose<Uten>(
      { utfall: 'ingenEntydigTreff', referanse },
      { utfall: 'ingenEntydigTreff', subjekter: [nummer], felter: [] },
    );
  const feil = toKildefeil(svar);

  return act.fail<Uten>({ utfall: 'kildefeil', ...feil, referanse }, feil.grunn);
}

/** Ends an act about somebody who is closed to the user. */
export const endStengt = (
  { act, numre }: Pick<Naa, 'act' | 'numre'>,
  grunn: StengtGrunn,
  referanse: string,
): Promise<Disclosed<Uten>> =>
  act.refuse<Uten>({ utfall: 'avvist', grunn, felt: null, referanse }, grunn, numre);

/** The document if it is open to the user: without the numbers of others who are closed. */
export async function judgeDokument(
  vakt: Vakt,
  nummer: string,
  dokument: PersonDokument,
): Promise<Aapen | { grunn: StengtGrunn }> {
  const [dom] = await vakt.judge([{ nummer, dokument }]);

  return dom ?? { grunn: 'kanIkkeAvgjoeres' };
}

type Hendelseskall = Kall<HendelserRequest>;

/** The purpose, or why the act cannot be done in this package and for this purpose. */
function decide({ session, body }: Hendelseskall): { formaal: Formaal } | { grunn: AvvistGrunn } {
  const grunnlag = {
    rettigheter: session.rettigheter,
    kontekst: body,
    formaalskatalog: getFormaalskatalog(),
  };
  const kontekst = decideKontekst('oppslag', grunnlag);
  if (kontekst.kind === 'avvist') return kontekst;

  return isFulgt(body.pakke) ? kontekst : { grunn: 'manglerTjeneste' };
}

function toPlan(
  { session, body }: Hendelseskall,
  { handling, gjelder = {} }: Handling,
  nummer: string,
  deler: readonly string[],
): Plan {
  const { pakke, formaal, saksreferanse } = body;
  const kriterier = { identifikasjonsnummer: nummer };

  return {
    aktoer: session,
    handling,
    formaal,
    saksreferanse,
    pakke,
    deler,
    subjekter: [nummer],
    kriterier,
    gjelder,
  };
}

/** Asks who she is now and goes on with her, when she is there and open to the user. */
async function askNaa<T>(
  kall: Hendelseskall,
  start: Pick<Naa, 'act' | 'nummer' | 'formaal'>,
  goOn: (naa: Naa) => Promise<Disclosed<T | Uten>>,
): Promise<Disclosed<T | Uten>> {
  const { signal, requestId, body } = kall;
  const { nummer } = start;
  const vakt = await openVakt(kall);
  const deler = listVerndeler(body.pakke);
  const { pakke } = body;
  const svar = await getFregClient().getPerson({
    pakke,
    personidentifikator: nummer,
    deler,
    signal,
    requestId,
  });
  if (svar.kind !== 'funnet') return endUten(start, svar, requestId);
  const numre = [...new Set([nummer, ...listEgneNumre(svar.dokument)])];
  const dom = await judgeDokument(vakt, nummer, svar.dokument);
  if (dom.grunn !== null) return endStengt({ ...start, numre }, dom.grunn, requestId);

  return goOn({ ...start, vakt, numre, vern: readVern(parsePerson(svar.dokument)), regler: dom.regler });
}

/**
 * Makes one act about the person of an oppslag; `goOn` ends it with what may be shown.
 * Throws IKKE_FUNNET when the oppslag is over, REVISJONSLOGG_UTILGJENGELIG when a row cannot be written.
 */
export async function withPersonNaa<T>(
  kall: Hendelseskall,
  handling: Handling,
  goOn: (naa: Naa) => Promise<Disclosed<T | Uten>>,
): Promise<Disclosed<T | Uten>> {
  const { nummer } = await getVist(kall);
  if (nummer === null) throw new AppError('IKKE_FUNNET');
  const { requestId: referanse, body } = kall;
  const decision = decide(kall);
  if ('grunn' in decision) {
    const { grunn } = decision;
    const avvist: Uten = { utfall: 'avvist', grunn, felt: null, referanse };

    return getRevisjonslogg().deny<T | Uten>(toPlan(kall, handling, nummer, []), avvist, grunn);
  }
  const { formaal } = decision;
  const deler = [...new Set([...listVerndeler(body.pakke), ...handling.listDeler(formaal)])];
  const act = await getRevisjonslogg().intend(toPlan(kall, handling, nummer, deler));
  try {
    return await askNaa(kall, { act, nummer, formaal }, goOn);
  } catch (error) {
    // A fault of ours: nothing was shown, and the log says so at once instead of in two minutes.
    if (!isAppError(error)) await act.fail(null, 'internFeil');
    throw error;
  }
}
