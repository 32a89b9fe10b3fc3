/**
 * One oppslag, one human act: decide, intend, ask, disclose. Nothing is asked of the register before the INTENT is
 * committed, and nothing of its answer leaves before the DISCLOSED is (security.md ).
 */
import 'server-only';
import { randomUUID } from 'node:crypto';
import { isAppError } from '#lib/domain/feil.ts';
import { decideOppslag, type Tillatt } from '#lib/domain/oppslag/decide-oppslag.ts';
import { normalizeKriterier } from '#lib/domain/oppslag/kriterier.ts';
import type { Kvittering, OppslagRequest, OppslagResult } from '#lib/domain/oppslag/oppslag.ts';
import { listFelter } from '#lib/domain/person/list-felter.ts';
import { getFormaalskatalog } from '#lib/server/config.ts';
import { getFregClient } from '#lib/server/freg/freg-client.ts';
import type { FregSvar, PersonDokument } from '#lib/server/freg/freg-svar.ts';
import type { Kall } from '#lib/server/http/route.ts';
import { getOppslagStore } from '#lib/server/oppslag/get-oppslag-store.ts';
import { KEPT_MINUTES } from '#lib/server/oppslag/oppslag-store.ts';
import { presentPerson } from '#lib/server/oppslag/present-person.ts';
import { toKildefeil } from '#lib/server/oppslag/to-kildefeil.ts';
import type { Act, Plan } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';
import { getRevisjonslogg } from '#lib/server/revisjonslogg/revisjonslogg.ts';

type Oppslag = Omit<Kall<OppslagRequest>, 'body'> & { request: OppslagRequest };

/** The number that was asked for, where one was. */
function listSpurt({ kriterier: { identifikasjonsnummer } }: OppslagRequest): string[] {
  return identifikasjonsnummer === undefined ? [] : [identifikasjonsnummer];
}

function toPlan({ session, request }: Oppslag, deler: readonly string[]): Plan {
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

async function disclosePerson(
  { request, session }: Oppslag,
  { deler, formaal }: Tillatt,
  act: Act,
  dokument: PersonDokument,
): Promise<Disclosed<OppslagResult>> {
  const naa = new Date();
  const { pakke, kriterier, saksreferanse } = request;
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
    tidspunkt: naa.toISOString(),
    formaal: formaal.navn,
    hjemmel: formaal.hjemmel,
    saksreferanse,
    pakke,
    deler,
    felter,
    avtrykk,
  };
  const utloeper = new Date(naa.getTime() + KEPT_MINUTES * 60_000).toISOString();
  const result: OppslagResult = { utfall: 'funnet', oppslagId, utloeper, person: view, kvittering };
  const vist = { felt: 'person', json, avtrykk };
  const disclosed = await act.disclose(result, { utfall: 'funnet', subjekter, felter, vist });
  getOppslagStore().save(oppslagId, pakke, session, disclosed);

  return disclosed;
}

function discloseAnswer(
  oppslag: Oppslag,
  tillatt: Tillatt,
  act: Act,
  svar: FregSvar,
): Promise<Disclosed<OppslagResult>> {
  const referanse = oppslag.requestId;
  if (svar.kind === 'funnet') return disclosePerson(oppslag, tillatt, act, svar.dokument);
  if (svar.kind === 'ikkeFunnet') {
    // A negative answer is a disclosure too: it says something of the number that was asked for.
    const utfall = { utfall: 'ingenEntydigTreff', subjekter: listSpurt(oppslag.request), felter: [] };

    return act.disclose({ utfall: 'ingenEntydigTreff', referanse }, utfall);
  }
  const feil = toKildefeil(svar);

  return act.fail({ utfall: 'kildefeil', ...feil, referanse }, feil.grunn);
}

/** Makes the oppslag, or says why not. Throws REVISJONSLOGG_UTILGJENGELIG when a row cannot be written. */
export async function runOppslag({ body, ...kall }: Kall<OppslagRequest>): Promise<Disclosed<OppslagResult>> {
  const request = { ...body, kriterier: normalizeKriterier(body.kriterier, new Date()) };
  const oppslag: Oppslag = { ...kall, request };
  const { rettigheter } = kall.session;
  const decision = decideOppslag({ rettigheter, request, formaalskatalog: getFormaalskatalog() });
  if (decision.kind === 'avvist') {
    const { grunn, felt } = decision;
    const result: OppslagResult = { utfall: 'avvist', grunn, felt, referanse: kall.requestId };

    return getRevisjonslogg().deny(toPlan(oppslag, []), result, grunn);
  }
  const act = await getRevisjonslogg().intend(toPlan(oppslag, decision.deler));
  try {
    return await discloseAnswer(oppslag, decision, act, await askRegister(oppslag, decision));
  } catch (error) {
    // A fault of ours: nothing was shown, and the log says so at once instead of in two minutes.
    if (!isAppError(error)) await act.fail(null, 'internFeil');
    throw error;
  }
}
