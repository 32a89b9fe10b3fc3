/**
 * How far the package's feed has come, asked before an uttrekk is ordered: whoever holds it up to date later begins there,
 * so that nothing between the order and that moment is lost (docs/adr/0025). Rule: what is asked for may be missing; an
 * order neither fails by it nor is sent twice for it. But where nothing comes through there is no order either: it would
 * be one that nobody knows of (security.md R-03).
 */
import 'server-only';
import { canFoelges } from '#lib/domain/uttrekk/find-oppdateringshinder.ts';
import type { FregFeil, Sekvenssvar } from '#lib/server/freg/freg-svar.ts';
import { type Leie, type Uttrekk, withLeie } from './leie.ts';
import type { Motordeps } from './motor.ts';
import { toUtfall } from './reaksjon.ts';
import { intendFor, runKall } from './run-kall.ts';

/** A komplett uttrekk of an earlier place holds nothing of what came after that place, whenever it was ordered. */
function toPlass({ bestilling: { kilde } }: Uttrekk, siste: number): { siste: number; erEgen: boolean } {
  const egen = kilde.slag === 'komplett' && kilde.sekvensnummer !== null ? Number(kilde.sekvensnummer) : null;

  return egen !== null && egen < siste ? { siste: egen, erEgen: true } : { siste, erEgen: false };
}

function savePlass({ pool }: Motordeps, leie: Leie, uttrekk: Uttrekk, spurt: number): Promise<number> {
  const { siste, erEgen } = toPlass(uttrekk, spurt);

  return withLeie(pool, leie, async (tx) => {
    await tx.query(
      'update uttrekk.uttrekk set feed_siste = $2, feed_lest = case when not $3 then now() end where id = $1',
      [uttrekk.id, siste, erEgen],
    );

    return siste;
  });
}

/** No call comes through: a certificate stops it, or the connection broke before there was any answer. */
const isStengt = (svar: FregFeil): boolean =>
  svar.kind === 'sertifikat' ||
  (svar.kind === 'utilgjengelig' && (svar.grunn === 'forbindelse' || svar.grunn === 'brutt'));

/**
 * @returns the last sekvensnummer whose hendelse is in what is ordered; null where the package's feed names nobody, or the
 * register did not say; the fault where an order would not come through either
 * @throws as runKall
 */
export async function ensureFeedplass(
  deps: Motordeps,
  leie: Leie,
  uttrekk: Uttrekk,
): Promise<number | null | FregFeil> {
  const { pakke } = uttrekk.bestilling;
  if (uttrekk.feed_siste !== null || !canFoelges(pakke)) return uttrekk.feed_siste;

  return runKall<Sekvenssvar | FregFeil, number | null | FregFeil>(
    deps,
    () => intendFor(deps, uttrekk, 'UTTREKK_BESTILLING', { uttrekk: uttrekk.id }, null),
    () => deps.freg.getSisteSekvensnummer({ pakke, requestId: uttrekk.id }),
    async (svar, act) => {
      if (svar.kind !== 'sekvensnummer') {
        await act.fail(null, toUtfall(svar));
        return isStengt(svar) ? svar : null;
      }
      const avtrykk = deps.revisjonslogg.toAvtrykk(String(svar.sekvensnummer));
      await act.keep({ utfall: 'sekvensnummer', antall: 0, avtrykk });

      return savePlass(deps, leie, uttrekk, svar.sekvensnummer);
    },
  );
}
