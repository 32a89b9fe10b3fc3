/**
 * How much of an act is explained by what the log itself knows (security.md D-02). A case that colleagues work with too is
 * a reason; that somebody wrote a case number is none, since everybody writes one.
 */
import type { Kontrollvalg } from './kontrollvalg.ts';
import { findSvakGrunn } from './regler/uten-sak.ts';
import { findSubjekt, isVist, type Spor } from './spor.ts';

/** What a colleague's work on the same case with the same person explains. */
const KOLLEGAS_SAK = 0.5;

/** From 0, nothing explained, to 1. @param alle as `Grunnlag.alle` */
export function findForklart(spor: Spor, alle: readonly Spor[], valg: Kontrollvalg): number {
  if (findSubjekt(spor) === null || findSvakGrunn(spor, valg) !== null) return 0;
  const isKollegas = alle.some(
    (annet) =>
      annet.bruker !== spor.bruker &&
      annet.saksreferanse === spor.saksreferanse &&
      annet.tidspunkt < spor.tidspunkt &&
      isVist(annet) &&
      findSubjekt(annet) !== null &&
      annet.subjekter.some((person) => spor.subjekter.includes(person)),
  );
  return isKollegas ? KOLLEGAS_SAK : 0;
}
