/**
 * Shows a fortrolig address: the right, a reason that is new, a new call to the register, so that the grading is the one of this
 * moment (security.md Z-08), and a row that says so before anything is shown. Nothing of it is kept.
 */
import 'server-only';
import type { AvdekkingRequest, AvdekkingResult } from '#lib/domain/avdekking/avdekking.ts';
import { AVDEKKET_MINUTTER } from '#lib/domain/avdekking/begrunnelse.ts';
import { AppError, isAppError } from '#lib/domain/feil.ts';
import { decideKontekst } from '#lib/domain/formaal/decide-kontekst.ts';
import type { Formaal } from '#lib/domain/formaal/formaal.ts';
import { listFelter } from '#lib/domain/person/list-felter.ts';
import { STEDER } from '#lib/domain/person/skjerming.ts';
import type { StengtGrunn } from '#lib/domain/personregel/personregel.ts';
import { expandDeler } from '#lib/domain/rettighetspakke/deler.ts';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { getBegrunnelseStore } from '#lib/server/avdekking/get-begrunnelse-store.ts';
import { getFormaalskatalog } from '#lib/server/config.ts';
import { getFregClient } from '#lib/server/freg/freg-client.ts';
import type { FregSvar, PersonDokument } from '#lib/server/freg/freg-svar.ts';
import type { Kall } from '#lib/server/http/route.ts';
import { log } from '#lib/server/log/log.ts';
import { presentPerson } from '#lib/server/oppslag/present-person.ts';
import { getVist } from '#lib/server/oppslag/read-oppslag.ts';
import { toKildefeil } from '#lib/server/oppslag/to-kildefeil.ts';
import { openVakt } from '#lib/server/personregel/open-vakt.ts';
import type { Act, Plan } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';
import { getRevisjonslogg } from '#lib/server/revisjonslogg/revisjonslogg.ts';

type Avdekking = Kall<AvdekkingRequest> & { nummer: string };

/** The number of the person on the screen. Throws IKKE_FUNNET when the oppslag is not the user's, or is over. */
async function getNummer(kall: Kall<unknown>): Promise<string> {
  const { nummer } = await getVist(kall);
  if (nummer === null) throw new AppError('IKKE_FUNNET');

  return nummer;
}

/** The places that the purpose asks for, with what masking needs. */
function toDeler(pakke: Pakke, formaal: Formaal): string[] {
  const iFormaalet = expandDeler(pakke, formaal.deler);
  const steder = STEDER.filter((egenskap) => iFormaalet.has(egenskap));
  const historikk = formaal.deler.includes('historikk') ? ['historikk'] : [];

  return steder.length === 0 ? [] : ['identifikasjonsnummer', 'adressebeskyttelse', ...steder, ...historikk];
}

function toPlan({ session, body, nummer }: Avdekking, deler: readonly string[]): Plan {
  const { pakke, formaal, saksreferanse, begrunnelse } = body;
  const kriterier = { identifikasjonsnummer: nummer, begrunnelse };

  return {
    aktoer: session,
    handling: 'AVDEKKING',
    formaal,
    saksreferanse,
    pakke,
    deler,
    subjekter: [nummer],
    kriterier,
  };
}

function discloseSvar(
  svar: FregSvar,
  { body, nummer, requestId: referanse }: Avdekking,
  deler: string[],
  act: Act,
): Promise<Disclosed<AvdekkingResult>> {
  if (svar.kind !== 'funnet' && svar.kind !== 'ikkeFunnet') {
    const feil = toKildefeil(svar);

    return act.fail({ utfall: 'kildefeil', ...feil, referanse }, feil.grunn);
  }
  const naa = new Date();
  const { pakke } = body;
  const presentert =
    svar.kind === 'funnet' ? presentPerson(svar.dokument, { pakke, deler }, 'avdekket', nummer, naa) : null;
  const steder: readonly string[] = STEDER;
  const seksjoner = presentert?.view.seksjoner.filter(({ egenskap }) => steder.includes(egenskap)) ?? [];
  const subjekter = presentert?.subjekter ?? [nummer];
  const isStreng = presentert?.view.bannere.some(({ banner }) => banner === 'strengtFortrolig') ?? true;
  if (presentert === null || isStreng) {
    return act.disclose(
      { utfall: 'kanIkkeAvdekkes', referanse },
      { utfall: 'kanIkkeAvdekkes', subjekter, felter: [] },
    );
  }
  const felter = listFelter({ ...presentert.view, seksjoner });
  const skjules = new Date(naa.getTime() + AVDEKKET_MINUTTER * 60_000).toISOString();

  return act.disclose({ utfall: 'avdekket', seksjoner, skjules }, { utfall: 'avdekket', subjekter, felter });
}

/** What closes the person of the answer to this user; null when she is open. */
async function findStengt(avdekking: Avdekking, dokument: PersonDokument): Promise<StengtGrunn | null> {
  const vakt = await openVakt(avdekking);
  const [dom] = await vakt.judge([{ nummer: avdekking.nummer, dokument }]);

  return dom === undefined ? 'kanIkkeAvgjoeres' : dom.grunn;
}

/** Asks the register anew and ends the act with what may be shown. */
async function askAndDisclose(avdekking: Avdekking, formaal: Formaal): Promise<Disclosed<AvdekkingResult>> {
  const { body, signal, requestId, nummer: personidentifikator } = avdekking;
  const { pakke } = body;
  const deler = toDeler(pakke, formaal);
  const act = await getRevisjonslogg().intend(toPlan(avdekking, deler));
  try {
    const svar: FregSvar =
      deler.length === 0
        ? { kind: 'ikkeFunnet' }
        : await getFregClient().getPerson({ pakke, personidentifikator, deler, signal, requestId });

    const stengt = svar.kind === 'funnet' ? await findStengt(avdekking, svar.dokument) : null;
    if (stengt !== null)
      return await act.refuse({ utfall: 'kanIkkeAvdekkes', referanse: requestId }, stengt, [
        personidentifikator,
      ]);

    return await discloseSvar(svar, avdekking, deler, act);
  } catch (error) {
    if (!isAppError(error)) await act.fail(null, 'internFeil');
    throw error;
  }
}

/** Spends the reason, and makes it usable again when nothing was shown for it. */
async function spendBegrunnelse(avdekking: Avdekking, formaal: Formaal): Promise<Disclosed<AvdekkingResult>> {
  const { session, body, requestId: referanse } = avdekking;
  const store = getBegrunnelseStore();
  if (!(await store.take(session.brukerId, body.begrunnelse))) {
    const plan = toPlan(avdekking, []);

    return getRevisjonslogg().deny(
      plan,
      { utfall: 'gjenbruktBegrunnelse', referanse },
      'gjenbruktBegrunnelse',
    );
  }
  let isVist = false;
  try {
    const disclosed = await askAndDisclose(avdekking, formaal);
    isVist = disclosed.value.utfall === 'avdekket';

    return disclosed;
  } finally {
    // A reason that stays spent must be worded anew, and that is all: it hides neither an answer nor a fault.
    if (!isVist)
      await store
        .giveBack(session.brukerId, body.begrunnelse)
        .catch((error: unknown) => log.error('begrunnelse.not-given-back', { error }));
  }
}

/**
 * Shows the addresses, or says why not.
 * Throws IKKE_TILGANG with a DENIED row for who lacks the right, IKKE_FUNNET when the oppslag is over.
 */
export async function runAvdekking(kall: Kall<AvdekkingRequest>): Promise<Disclosed<AvdekkingResult>> {
  const avdekking = { ...kall, nummer: await getNummer(kall) };
  const { rettigheter } = kall.session;
  const formaalskatalog = getFormaalskatalog();
  const kontekst = decideKontekst('avdekking', { rettigheter, kontekst: kall.body, formaalskatalog });
  const grunn =
    rettigheter.skjermingsrett !== 'fortrolig'
      ? 'manglerSkjermingsrett'
      : kontekst.kind === 'avvist'
        ? kontekst.grunn
        : null;
  if (grunn !== null || kontekst.kind === 'avvist') {
    await getRevisjonslogg().deny(toPlan(avdekking, []), null, grunn ?? 'manglerSkjermingsrett');
    throw new AppError('IKKE_TILGANG');
  }

  return spendBegrunnelse(avdekking, kontekst.formaal);
}
