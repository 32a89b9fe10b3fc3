/**
 * One call for one person: intend, ask, disclose. Nothing is asked of the register before the INTENT is
 * committed, and nothing of its answer leaves before the DISCLOSED is (security.md ).
 */
import 'server-only';
import { randomUUID } from 'node:crypto';
import { isAppError } from '#lib/domain/feil.ts';
import type { Tillatt } from '#lib/domain/oppslag/decide-oppslag.ts';
import type { Kvittering, OppslagRequest, OppslagResult, Trinn } from '#lib/domain/oppslag/oppslag.ts';
import { compareKriterier } from '#lib/domain/oppslag/samsvar.ts';
import { listFelter } from '#lib/domain/person/list-felter.ts';
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

async function disclosePerson(
  { request, session, forsoekt }: Oppslag,
  { deler, tilleggsdeler, formaal }: Tillatt,
  act: Act,
  dokument: PersonDokument,
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
  };
  const vist = { felt: 'person', json, avtrykk };
  const disclosed = await act.disclose(result, { utfall: 'funnet', subjekter, felter, vist });
  const { handlingId } = act;
  const gjelder = { handlingId, pakke, formaal: request.formaal, saksreferanse, tidspunkt };
  getOppslagStore().save(oppslagId, gjelder, session, disclosed);

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

    const trinn = oppslag.forsoekt && { trinn: oppslag.forsoekt };

    return act.disclose({ utfall: 'ingenEntydigTreff', referanse, ...trinn }, utfall);
  }
  const feil = toKildefeil(svar);

  return act.fail({ utfall: 'kildefeil', ...feil, referanse }, feil.grunn);
}

/**
 * Makes one call that has been decided. The calls of one act after the first give its `handlingId`.
 * Throws REVISJONSLOGG_UTILGJENGELIG when a row cannot be written.
 */
export async function makeCall(
  oppslag: Oppslag,
  tillatt: Tillatt,
  handlingId?: string,
): Promise<Disclosed<OppslagResult>> {
  const act = await getRevisjonslogg().intend(toPlan(oppslag, tillatt.deler), handlingId);
  try {
    return await discloseAnswer(oppslag, tillatt, act, await askRegister(oppslag, tillatt));
  } catch (error) {
    // A fault of ours: nothing was shown, and the log says so at once instead of in two minutes.
    if (!isAppError(error)) await act.fail(null, 'internFeil');
    throw error;
  }
}
