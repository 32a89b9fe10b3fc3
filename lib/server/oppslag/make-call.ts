/**
 * One call for one person: intend, ask, disclose. Nothing is asked of the register before the INTENT is
 * committed, and nothing of its answer leaves before the DISCLOSED is (security.md ). Somebody who is closed to
 * the user is refused before the call where her number was given, and after it in any case (Z-04, Z-07).
 */
import 'server-only';
import { randomUUID } from 'node:crypto';
import { isAppError } from '#lib/domain/feil.ts';
import type { Tillatt } from '#lib/domain/oppslag/decide-oppslag.ts';
import type { Kvittering, OppslagRequest, OppslagResult, Trinn } from '#lib/domain/oppslag/oppslag.ts';
import { compareKriterier } from '#lib/domain/oppslag/samsvar.ts';
import { listFelter } from '#lib/domain/person/list-felter.ts';
import { listEgneNumre } from '#lib/domain/personregel/dokumentnumre.ts';
import { getFregClient } from '#lib/server/freg/freg-client.ts';
import type { FregSvar, PersonDokument } from '#lib/server/freg/freg-svar.ts';
import type { Kall } from '#lib/server/http/route.ts';
import { getOppslagStore } from '#lib/server/oppslag/get-oppslag-store.ts';
import { KEPT_MINUTES } from '#lib/server/oppslag/oppslag-store.ts';
import { presentPerson } from '#lib/server/oppslag/present-person.ts';
import { toKildefeil } from '#lib/server/oppslag/to-kildefeil.ts';
import type { Aapen, Stengt, Vakt } from '#lib/server/personregel/create-vakt.ts';
import { toReglerILogg } from '#lib/server/personregel/show-regler.ts';
import type { Act, Plan } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';
import { getRevisjonslogg } from '#lib/server/revisjonslogg/revisjonslogg.ts';

/** A call with its criteria normalised. `forsoekt` are the rungs of a søketrapp up to and with this call. */
export type Oppslag = Omit<Kall<OppslagRequest>, 'body'> & { request: OppslagRequest; forsoekt?: Trinn[] };

/** The number that was asked for, where one was. */
function listSpurt({ kriterier: { identifikasjonsnummer } }: OppslagRequest): string[] {
  return identifikasjonsnummer === undefined ? [] : [identifikasjonsnummer];
}

export function toPlan({ session, request }: Oppslag, deler: readonly string[]): Plan {
  return {
    aktoer: session,
    handling: 'OPPSLAG',
    formaal: request.formaal,
    saksreferanse: request.saksreferanse,
    pakke: request.pakke,
    deler,
    subjekter: listSpurt(request),
    kriterier: request.kriterier,
  };
}

function askRegister(
  { request, requestId, signal }: Oppslag,
  { tjeneste, deler }: Tillatt,
): Promise<FregSvar> {
  const { pakke, kriterier } = request;
  const personidentifikator = kriterier.identifikasjonsnummer;

  return tjeneste === 'oppslag' && personidentifikator !== undefined
    ? getFregClient().getPerson({ pakke, personidentifikator, deler, signal, requestId })
    : getFregClient().findEntydig({ pakke, kriterier, deler, signal, requestId });
}

/** What the user is told of a person who is closed to her: why, and what to ask for a nødtilgang with. */
function toAvvist({ grunn, noekkel }: Stengt, referanse: string): OppslagResult {
  const noedtilgang = noekkel === null ? {} : { noedtilgang: noekkel };

  return { utfall: 'avvist', grunn, felt: null, referanse, ...noedtilgang };
}

const toNoedtilgang = ({ noedtilgang }: Aapen['regler']) =>
  noedtilgang && { noedtilgang: { id: noedtilgang.id, utloeper: noedtilgang.utloeper.toISOString() } };

async function disclosePerson(
  { request, session, forsoekt }: Oppslag,
  { deler, tilleggsdeler, formaal }: Tillatt,
  act: Act,
  { dokument, regler }: Aapen,
): Promise<Disclosed<OppslagResult>> {
  const naa = new Date();
  const { pakke, kriterier, saksreferanse } = request;
  const tidspunkt = naa.toISOString();
  const rett = session.rettigheter.skjermingsrett;
  const { view, subjekter } = presentPerson(
    dokument,
    { pakke, deler },
    rett,
    kriterier.identifikasjonsnummer ?? null,
    naa,
  );
  const felter = listFelter(view);
  const json = JSON.stringify(view);
  const avtrykk = getRevisjonslogg().toAvtrykk(json);
  const oppslagId = randomUUID();
  const kvittering: Kvittering = {
    handlingId: act.handlingId,
    tidspunkt,
    formaal: formaal.navn,
    hjemmel: formaal.hjemmel,
    saksreferanse,
    pakke,
    deler,
    tilleggsdeler,
    felter,
    dokumentidentifikator: null,
    sekvensnummer: null,
    avtrykk,
  };
  const utloeper = new Date(naa.getTime() + KEPT_MINUTES * 60_000).toISOString();
  const trapp = forsoekt && { trapp: { trinn: forsoekt, samsvar: compareKriterier(kriterier, view) } };
  const result: OppslagResult = {
    utfall: 'funnet',
    oppslagId,
    utloeper,
    person: view,
    kvittering,
    ...trapp,
    ...toNoedtilgang(regler),
  };
  const vist = { felt: 'person', json, avtrykk };
  const disclosed = await act.disclose(result, {
    utfall: 'funnet',
    subjekter,
    felter,
    ...toReglerILogg(regler),
    vist,
  });
  const { handlingId } = act;
  const gjelder = { handlingId, pakke, formaal: request.formaal, saksreferanse, tidspunkt };
  getOppslagStore().save(oppslagId, gjelder, session, disclosed);

  return disclosed;
}

/** The person, if she is open to the user now; the register has just said who she is (Z-08). */
async function judgeAndDisclose(
  { oppslag, tillatt, vakt }: Kallet,
  act: Act,
  dokument: PersonDokument,
): Promise<Disclosed<OppslagResult>> {
  const nummer = oppslag.request.kriterier.identifikasjonsnummer ?? null;
  const [dom] = await vakt.judge([{ nummer, dokument }]);
  if (dom?.grunn === null) return disclosePerson(oppslag, tillatt, act, dom);
  const stengt = dom ?? { grunn: 'kanIkkeAvgjoeres', noekkel: null };
  const subjekter = [...new Set([...listSpurt(oppslag.request), ...listEgneNumre(dokument)])];

  return act.refuse(toAvvist(stengt, oppslag.requestId), stengt.grunn, subjekter);
}

function discloseAnswer(kallet: Kallet, act: Act, svar: FregSvar): Promise<Disclosed<OppslagResult>> {
  const { oppslag } = kallet;
  const referanse = oppslag.requestId;
  if (svar.kind === 'funnet') return judgeAndDisclose(kallet, act, svar.dokument);
  if (svar.kind === 'ikkeFunnet') {
    // A negative answer is a disclosure too: it says something of the number that was asked for.
    const utfall = { utfall: 'ingenEntydigTreff', subjekter: listSpurt(oppslag.request), felter: [] };

    const trinn = oppslag.forsoekt && { trinn: oppslag.forsoekt };

    return act.disclose({ utfall: 'ingenEntydigTreff', referanse, ...trinn }, utfall);
  }
  const feil = toKildefeil(svar);

  return act.fail({ utfall: 'kildefeil', ...feil, referanse }, feil.grunn);
}

/** One call: what is asked, what it may hold, and the guard of the act. */
type Kallet = { oppslag: Oppslag; tillatt: Tillatt; vakt: Vakt };

/**
 * Makes one call that has been decided. The calls of one act after the first give its `handlingId`.
 * Throws REVISJONSLOGG_UTILGJENGELIG when a row cannot be written.
 */
export async function makeCall(kallet: Kallet, handlingId?: string): Promise<Disclosed<OppslagResult>> {
  const { oppslag, tillatt, vakt } = kallet;
  const plan = toPlan(oppslag, tillatt.deler);
  const [stengt] = (await vakt.findStengte(plan.subjekter)).values();
  if (stengt) {
    const result = toAvvist(stengt, oppslag.requestId);

    return getRevisjonslogg().deny(plan, result, stengt.grunn, handlingId);
  }
  const act = await getRevisjonslogg().intend(plan, handlingId);
  try {
    return await discloseAnswer(kallet, act, await askRegister(oppslag, tillatt));
  } catch (error) {
    // A fault of ours: nothing was shown, and the log says so at once instead of in two minutes.
    if (!isAppError(error)) await act.fail(null, 'internFeil');
    throw error;
  }
}
