/**
 * The rows that a change of access leaves in the revisjonslogg: one before it takes effect, one when it has, one when it
 * was refused. They name users and rights of ours; the reason is kept sealed.
 */
import 'server-only';
import type { Aktoer, Plan, Revisjonslogg } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import { runHandling } from '#lib/server/revisjonslogg/run-handling.ts';

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

/** Whose access a row is about: by id, and as she signs in, so that the row can be read by itself. */
export const toGjelder = ({ id, brukernavn }: { id: string; brukernavn: string }) => ({
  bruker: id,
  brukernavn,
});

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

/** Runs `work` between its two rows (`runHandling`). */
export async function withRad(
  revisjonslogg: Revisjonslogg,
  aktoer: Aktoer,
  rad: Tilgangsrad,
  work: () => Promise<void>,
): Promise<void> {
  await runHandling(revisjonslogg, {
    plan: toPlan(aktoer, rad),
    utfall: 'utfoert',
    work: () => work().then(() => null),
  });
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
