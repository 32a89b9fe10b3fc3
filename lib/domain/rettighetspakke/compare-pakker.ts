/** What differs between two packages, from the one data file: services, parts, earlier entries, and fields inside parts. */
import { EGENSKAPER } from './egenskaper.ts';
import { type Pakke, TJENESTER } from './rettighetspakke.ts';
import { RETTIGHETSPAKKER } from './rettighetspakker.ts';

/** What one has and the other has not, in the order of the data file. */
export type Ulikhet = { bareFoerste: string[]; bareAndre: string[] };
export const PAKKEOMRAADER = ['tjenester', 'egenskaper', 'historikk', 'felter'] as const;
export type Pakkeforskjell = Record<(typeof PAKKEOMRAADER)[number], Ulikhet>;

function compare(alle: readonly string[], foerste: readonly string[], andre: readonly string[]): Ulikhet {
  const bare = (har: readonly string[], mangler: readonly string[]) =>
    alle.filter((navn) => har.includes(navn) && !mangler.includes(navn));
  return { bareFoerste: bare(foerste, andre), bareAndre: bare(andre, foerste) };
}

/** Fields, dotted, are compared by what is left out: what the other leaves out, the one has. */
export function comparePakker(foerste: Pakke, andre: Pakke): Pakkeforskjell {
  const [a, b] = [RETTIGHETSPAKKER[foerste], RETTIGHETSPAKKER[andre]];
  // A field of a part that the package lacks is no news.
  const uten = (pakke: typeof a, annen: typeof a) =>
    pakke.felt.uten.filter((sti) => annen.egenskaper.some((egenskap) => egenskap === sti.split('.')[0]));
  const [utenA, utenB] = [uten(a, b), uten(b, a)];
  return {
    tjenester: compare(TJENESTER, a.tjenester, b.tjenester),
    egenskaper: compare(EGENSKAPER, a.egenskaper, b.egenskaper),
    historikk: compare(EGENSKAPER, a.historikk, b.historikk),
    felter: compare([...new Set([...utenA, ...utenB])], utenB, utenA),
  };
}
