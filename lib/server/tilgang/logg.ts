/**
 * The rows that a change of access leaves in the revisjonslogg: one before it takes effect, one when it has, one when it
 * was refused. They name users and rights of ours; the reason is kept sealed.
 */
import 'server-only';
import { isAppError } from '#lib/domain/feil.ts';
import type { Aktoer, Plan, Revisjonslogg } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';

/** The log's words for what is done. */
export type Tilgangshandling =
  | 'TILGANG_GI'
  | 'TILGANG_TREKK'
  | 'TILGANG_FRATAK'
  | 'TILGANG_BEKREFTELSE'
  | 'TILGANG_SPERR'
  | 'TILGANG_AAPNE'
  | 'TILGANG_OEKTER'
  | 'TILGANG_ENHET'
  | 'TILGANG_GJENNOMGANG';

export type Tilgangsrad = {
  handling: Tilgangshandling;
  /** Ids and names of rights. */
  gjelder: Readonly<Record<string, string>>;
  /** The reason as given; null where none is asked for. */
  begrunnelse: string | null;
};

const toPlan = (aktoer: Aktoer, { handling, gjelder, begrunnelse }: Tilgangsrad): Plan => ({
  aktoer,
  handling,
  formaal: null,
  saksreferanse: null,
  pakke: null,
  deler: [],
  subjekter: [],
  kriterier: begrunnelse === null ? null : { begrunnelse },
  gjelder,
});

/**
 * Runs `work` between the row that says what is about to be done and the row that says that it was. Throws
 * REVISJONSLOGG_UTILGJENGELIG, and whatever `work` throws, which is then a row too.
 */
export async function withRad(
  revisjonslogg: Revisjonslogg,
  aktoer: Aktoer,
  rad: Tilgangsrad,
  work: () => Promise<void>,
): Promise<void> {
  const act = await revisjonslogg.intend(toPlan(aktoer, rad));
  try {
    await work();
  } catch (error) {
    await act.fail(null, isAppError(error) && error.kode === 'KONFLIKT' ? 'konflikt' : 'internFeil');
    throw error;
  }
  await act.disclose(null, { utfall: 'utfoert', subjekter: [], felter: [] });
}

/** The row of a change that was refused before anything was done. */
export async function denyEndring(
  revisjonslogg: Revisjonslogg,
  aktoer: Aktoer,
  rad: Tilgangsrad,
  grunn: string,
): Promise<void> {
  await revisjonslogg.deny(toPlan(aktoer, rad), null, grunn);
}
