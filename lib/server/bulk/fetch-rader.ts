/**
 * One bulk call within an act: intend, ask, disclose. Everybody who was asked for is a subject of the INTENT, and
 * everybody who was shown, also as "no answer", one of the DISCLOSED (security.md A-14).
 */
import 'server-only';
import { isAppError } from '#lib/domain/feil.ts';
import type { KildeFeil } from '#lib/domain/oppslag/oppslag.ts';
import type { Personrad } from '#lib/domain/person/personrad.ts';
import { RADEGENSKAPER } from '#lib/domain/person/personrad.ts';
import type { Kontekst } from '#lib/domain/session/session.ts';
import { presentRader } from '#lib/server/bulk/present-rader.ts';
import { getFregClient } from '#lib/server/freg/freg-client.ts';
import type { Bulksvar, FregFeil } from '#lib/server/freg/freg-svar.ts';
import type { Kall } from '#lib/server/http/route.ts';
import { log } from '#lib/server/log/log.ts';
import { toKildefeil } from '#lib/server/oppslag/to-kildefeil.ts';
import type { Act } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';
import { getRevisjonslogg } from '#lib/server/revisjonslogg/revisjonslogg.ts';

export type Radspoersmaal = {
  handling: 'SOEK' | 'BULK';
  kontekst: Kontekst;
  deler: string[];
  numre: readonly string[];
  /** The act that the call belongs to. */
  handlingId: string;
};

/** What the answer is made into: `rader`, or why there are none. */
export type Radsvar =
  | { kind: 'rader'; rader: Personrad[] }
  | { kind: 'kildefeil'; grunn: KildeFeil; proevIgjenOmMs: number | null };

type Caller = Pick<Kall<unknown>, 'session' | 'requestId' | 'signal'>;

async function discloseSvar<T>(
  svar: Bulksvar | FregFeil,
  act: Act,
  { kontekst, deler }: Radspoersmaal,
  { session, requestId }: Caller,
  toResult: (svar: Radsvar) => T,
): Promise<Disclosed<T>> {
  if (svar.kind !== 'bulk') {
    const feil =
      svar.kind === 'ikkeFunnet'
        ? ({ grunn: 'ugyldigSvar', proevIgjenOmMs: null } as const)
        : toKildefeil(svar);

    return act.fail(toResult({ kind: 'kildefeil', ...feil }), feil.grunn);
  }
  const { pakke } = kontekst;
  const { skjermingsrett } = session.rettigheter;
  const { rader, subjekter } = await presentRader(svar.poster, { pakke, deler }, skjermingsrett, new Date());
  const feilPersoner = rader.filter(({ utfall }) => utfall === 'feilPerson').length;
  if (feilPersoner > 0) log.error('bulk.feil-person', { antall: feilPersoner, requestId });
  const felter = RADEGENSKAPER.filter((egenskap) => deler.includes(egenskap));
  const antall = rader.length;

  return act.disclose(toResult({ kind: 'rader', rader }), { utfall: 'rader', subjekter, felter, antall });
}

/** Asks about the numbers (at most 1 000) and discloses what `toResult` makes of the answer. */
export async function fetchRader<T>(
  spoersmaal: Radspoersmaal,
  caller: Caller,
  toResult: (svar: Radsvar) => T,
): Promise<Disclosed<T>> {
  const { handling, kontekst, deler, numre, handlingId } = spoersmaal;
  const { session, signal, requestId } = caller;
  const plan = { aktoer: session, handling, ...kontekst, deler, subjekter: numre, kriterier: { numre } };
  const act = await getRevisjonslogg().intend(plan, handlingId);
  try {
    const svar = await getFregClient().hentMange({
      numre,
      pakke: kontekst.pakke,
      deler,
      signal,
      requestId,
    });

    return await discloseSvar(svar, act, spoersmaal, caller, toResult);
  } catch (error) {
    // A fault of ours: nothing was shown, and the log says so at once.
    if (!isAppError(error)) await act.fail(null, 'internFeil');
    throw error;
  }
}
