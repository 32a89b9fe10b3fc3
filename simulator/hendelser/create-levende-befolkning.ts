/** A population to which things happen: people, hendelser and searches put together. */
import type { Befolkning } from '../befolkning/befolkning.ts';
import { createBefolkningMed } from '../befolkning/create-befolkning.ts';
import { createGrunnbefolkning } from '../befolkning/grunnbefolkning.ts';
import { createSoek } from '../befolkning/soek/create-soek.ts';
import { createHendelser, type Hendelser, type Hendelsesvalg } from './create-hendelser.ts';

/**
 * Makes the people as they are at the clock's now, then what has happened to them since 1 January 2026. Throws as
 * `createGrunnbefolkning`.
 */
export async function createLevendeBefolkning(
  valg: { froe: number; antall: number } & Hendelsesvalg,
): Promise<{ befolkning: Befolkning; hendelser: Hendelser }> {
  const { froe, antall, klokke } = valg;
  const grunn = createGrunnbefolkning({ froe, antall, naa: new Date(klokke.naa()) });
  const hendelser = createHendelser(grunn, valg);
  const soek = createSoek(grunn, hendelser);
  hendelser.listen((person) => soek.oppdater(person, hendelser.getDokument(person)));
  await hendelser.runAlt();
  return { befolkning: createBefolkningMed(grunn, hendelser, soek), hendelser };
}
