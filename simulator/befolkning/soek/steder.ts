/**
 * The places that addresses lie in: each distinct municipality number, post code and street name has a number, so that
 * an address is a place and a house number. There are some ten thousands of them however many people there are; a
 * search first finds its places, then the people there.
 */
import { hasGate } from './treff.ts';

/** What is asked of a place; the street name in upper case, `heltNavn` when no more may follow. */
export type Stedskrav = {
  kommunenummer?: string | undefined;
  fylkesnummer?: string | undefined;
  postnummer?: string | undefined;
  gate?: string | undefined;
  heltNavn: boolean;
};

export type Steder = {
  /** The number of the place, from 1; a new one when nobody has lived there. */
  toSted(kommunenummer: string, postnummer: string, gate: string): number;
  getKommunenummer(sted: number): string;
  /** The places that fit, and whether one of them is this one. Without criteria: all. */
  list(krav: Stedskrav): { steder: readonly number[]; has(sted: number): boolean };
  antall(): number;
};

type Sted = { kommunenummer: string; postnummer: string; gate: string };

export function createSteder(): Steder {
  const alle: Sted[] = [{ kommunenummer: '', postnummer: '', gate: '' }];
  const nummer = new Map<string, number>();
  const perKommune = new Map<string, number[]>();
  const perFylke = new Map<string, number[]>();
  const perPostnummer = new Map<string, number[]>();
  const perGate = new Map<string, number[]>();
  /** In order, so that those which begin alike lie together. */
  const gater: string[] = [];

  const add = (kommunenummer: string, postnummer: string, gate: string): number => {
    const sted = alle.push({ kommunenummer, postnummer, gate }) - 1;
    if (!perGate.has(gate)) gater.splice(findPlass(gater, gate), 0, gate);
    append(perGate, gate, sted);
    append(perKommune, kommunenummer, sted);
    append(perFylke, kommunenummer.slice(0, 2), sted);
    append(perPostnummer, postnummer, sted);
    return sted;
  };

  const listGater = (soekt: string, heltNavn: boolean): number[] => {
    const steder: number[] = [];
    for (let i = findPlass(gater, soekt); i < gater.length; i++) {
      const gate = gater[i] ?? '';
      if (!hasGate(gate, soekt, heltNavn)) break;
      for (const sted of perGate.get(gate) ?? []) steder.push(sted);
    }
    return steder;
  };

  return {
    toSted(kommunenummer, postnummer, gate) {
      const noekkel = `${kommunenummer}|${postnummer}|${gate}`;
      const kjent = nummer.get(noekkel);
      if (kjent !== undefined) return kjent;
      const sted = add(kommunenummer, postnummer, gate);
      nummer.set(noekkel, sted);
      return sted;
    },
    getKommunenummer: (sted) => alle[sted]?.kommunenummer ?? '',
    list({ kommunenummer, fylkesnummer, postnummer, gate, heltNavn }) {
      const has = (nr: number) => {
        const sted = alle[nr];
        return (
          nr > 0 &&
          sted !== undefined &&
          (kommunenummer === undefined || sted.kommunenummer === kommunenummer) &&
          (fylkesnummer === undefined || sted.kommunenummer.startsWith(fylkesnummer)) &&
          (postnummer === undefined || sted.postnummer === postnummer) &&
          (gate === undefined || hasGate(sted.gate, gate, heltNavn))
        );
      };
      const lister = [
        kommunenummer === undefined ? undefined : (perKommune.get(kommunenummer) ?? []),
        fylkesnummer === undefined ? undefined : (perFylke.get(fylkesnummer) ?? []),
        postnummer === undefined ? undefined : (perPostnummer.get(postnummer) ?? []),
        gate === undefined ? undefined : listGater(gate, heltNavn),
      ].filter((liste) => liste !== undefined);
      const [korteste] = lister.sort((a, b) => a.length - b.length);
      return { steder: korteste?.filter(has) ?? Array.from(alle.keys()), has };
    },
    antall: () => alle.length,
  };
}

function append(lister: Map<string, number[]>, noekkel: string, sted: number): void {
  const liste = lister.get(noekkel);
  if (liste === undefined) lister.set(noekkel, [sted]);
  else liste.push(sted);
}

/** The first place in an ordered list whose text is not before `tekst`. */
function findPlass(ordnet: readonly string[], tekst: string): number {
  let lav = 0;
  let hoey = ordnet.length;
  while (lav < hoey) {
    const midt = (lav + hoey) >>> 1;
    if ((ordnet[midt] ?? '') < tekst) lav = midt + 1;
    else hoey = midt;
  }
  return lav;
}
