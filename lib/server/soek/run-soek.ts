/**
 * A soek: the register gives numbers, which stay here, and the first page of persons is asked for at once. One act: a
 * row for the search, with the criteria and how many there were, and one for each page that is read, with its persons.
 */
import 'server-only';
import { randomUUID } from 'node:crypto';
import { isAppError } from '#lib/domain/feil.ts';
import { decideSoek, type TillattSoek } from '#lib/domain/soek/decide-soek.ts';
import { SIDESTOERRELSE } from '#lib/domain/soek/grenser.ts';
import { type SoekRequest, type SoekResult, toTrefferside } from '#lib/domain/soek/soek.ts';
import { normalizeSoekekriterier } from '#lib/domain/soek/soekekriterier.ts';
import { fetchRader } from '#lib/server/bulk/fetch-rader.ts';
import { getFormaalskatalog } from '#lib/server/config.ts';
import { getFregClient } from '#lib/server/freg/freg-client.ts';
import type { FregFeil } from '#lib/server/freg/freg-svar.ts';
import type { Kall } from '#lib/server/http/route.ts';
import { toKildefeil } from '#lib/server/oppslag/to-kildefeil.ts';
import type { Act, Plan } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';
import { getRevisjonslogg } from '#lib/server/revisjonslogg/revisjonslogg.ts';
import { getSoekStore } from '#lib/server/soek/get-soek-store.ts';
import { KEPT_MINUTES } from '#lib/server/soek/soek-store.ts';

type Soek = Omit<Kall<SoekRequest>, 'body'> & { request: SoekRequest };

function toPlan({ session, request }: Soek, deler: readonly string[]): Plan {
  const { pakke, formaal, saksreferanse, kriterier } = request;

  return {
    aktoer: session,
    handling: 'SOEK',
    formaal,
    saksreferanse,
    pakke,
    deler,
    subjekter: [],
    kriterier,
  };
}

const INGEN_VIST = { subjekter: [], felter: [] };

/** No numbers: that nobody fits, that too many do, or that the register did not answer. */
function discloseIngen(feil: FregFeil | null, act: Act, referanse: string): Promise<Disclosed<SoekResult>> {
  if (feil === null || feil.kind === 'ikkeFunnet')
    return act.disclose(
      { utfall: 'ingenTreff', referanse },
      { ...INGEN_VIST, utfall: 'ingenTreff', antall: 0 },
    );
  // The criteria are right in form, so what the register refuses is how many they fit (section 1.2 no 6).
  if (feil.kind === 'ugyldigForespoersel')
    return act.disclose({ utfall: 'forMange', referanse }, { ...INGEN_VIST, utfall: 'forMange' });
  const kildefeil = toKildefeil(feil);

  return act.fail({ utfall: 'kildefeil', ...kildefeil, referanse }, kildefeil.grunn);
}

async function showTreff(
  { session, request, requestId, signal }: Soek,
  { deler }: TillattSoek,
  act: Act,
  numre: string[],
): Promise<Disclosed<SoekResult>> {
  const { pakke, formaal, saksreferanse } = request;
  const kontekst = { pakke, formaal, saksreferanse };
  const { handlingId } = act;
  const [soekId, antall] = [randomUUID(), numre.length];
  await getSoekStore().save(soekId, session.brukerId, { handlingId, ...kontekst, numre });
  await act.disclose(null, { ...INGEN_VIST, utfall: 'treff', antall });
  const utloeper = new Date(Date.now() + KEPT_MINUTES * 60_000).toISOString();
  const spoersmaal = {
    handling: 'SOEK',
    kontekst,
    deler,
    numre: numre.slice(0, SIDESTOERRELSE),
    handlingId,
  } as const;

  return fetchRader(
    spoersmaal,
    { session, requestId, signal },
    (svar): SoekResult =>
      svar.kind === 'rader'
        ? { utfall: 'treff', soekId, antall, utloeper, foersteSide: toTrefferside(0, svar.rader) }
        : {
            utfall: 'kildefeil',
            grunn: svar.grunn,
            proevIgjenOmMs: svar.proevIgjenOmMs,
            referanse: requestId,
          },
  );
}

/** Makes the soek, or says why not. Throws REVISJONSLOGG_UTILGJENGELIG when a row cannot be written. */
export async function runSoek({ body, ...kall }: Kall<SoekRequest>): Promise<Disclosed<SoekResult>> {
  const request = { ...body, kriterier: normalizeSoekekriterier(body.kriterier, new Date()) };
  const soek: Soek = { ...kall, request };
  const { session, requestId, signal } = kall;
  const decision = decideSoek(request, session.rettigheter, getFormaalskatalog());
  if (decision.kind === 'avvist') {
    const { grunn, felt } = decision;
    const result: SoekResult = { utfall: 'avvist', grunn, felt, referanse: requestId };

    return getRevisjonslogg().deny(toPlan(soek, []), result, grunn);
  }
  const act = await getRevisjonslogg().intend(toPlan(soek, decision.deler));
  try {
    const { pakke, kriterier } = request;
    const svar = await getFregClient().soek({ pakke, kriterier, signal, requestId });
    const harTreff = svar.kind === 'treff' && svar.numre.length > 0;
    if (harTreff) return await showTreff(soek, decision, act, svar.numre);

    return await discloseIngen(svar.kind === 'treff' ? null : svar, act, requestId);
  } catch (error) {
    if (!isAppError(error)) await act.fail(null, 'internFeil');
    throw error;
  }
}
