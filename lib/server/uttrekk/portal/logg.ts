/**
 * The rows that an uttrekk leaves in the revisjonslogg before anything is fetched: who ordered what, who approved it, to
 * whom it was given. All of them carry the act of the uttrekk; none of them names a person.
 */
import 'server-only';
import type { Bestilling } from '#lib/domain/uttrekk/bestilling.ts';
import type { Aktoer, Plan, Revisjonslogg } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import { runHandling } from '#lib/server/revisjonslogg/run-handling.ts';

export type Uttrekkshandling =
  | 'UTTREKK'
  | 'UTTREKK_GODKJENNING'
  | 'UTTREKK_AVKLARING'
  | 'UTTREKK_DELING'
  | 'UTTREKK_SAMMENLIGNING'
  | 'UTTREKK_OPPDATERING';

export type Gjelder = {
  uttrekkId: string;
  bestilling: Bestilling;
  deler: readonly string[];
  handlingId: string;
};

function toPlan(aktoer: Aktoer, handling: Uttrekkshandling, gjelder: Gjelder, kriterier: unknown): Plan {
  const { formaal, saksreferanse, pakke } = gjelder.bestilling;

  return {
    aktoer,
    handling,
    formaal,
    saksreferanse,
    pakke,
    deler: gjelder.deler,
    subjekter: [],
    kriterier,
    gjelder: { uttrekk: gjelder.uttrekkId },
  };
}

/**
 * Runs `work` between its two rows (`runHandling`), as a part of the act of the uttrekk.
 * @param kriterier kept sealed
 */
export async function withRad(
  revisjonslogg: Revisjonslogg,
  aktoer: Aktoer,
  {
    handling,
    gjelder,
    kriterier,
    utfall,
  }: { handling: Uttrekkshandling; gjelder: Gjelder; kriterier: unknown; utfall: string },
  work: () => Promise<void>,
): Promise<void> {
  const plan = toPlan(aktoer, handling, gjelder, kriterier);
  await runHandling(revisjonslogg, {
    plan,
    utfall,
    handlingId: gjelder.handlingId,
    work: () => work().then(() => null),
  });
}

/** The row of an order or a decision that was refused before anything was done. */
export async function denyUttrekk(
  revisjonslogg: Revisjonslogg,
  aktoer: Aktoer,
  {
    handling,
    gjelder,
    kriterier,
    grunn,
  }: { handling: Uttrekkshandling; gjelder: Gjelder; kriterier: unknown; grunn: string },
): Promise<void> {
  await revisjonslogg.deny(toPlan(aktoer, handling, gjelder, kriterier), null, grunn, gjelder.handlingId);
}
