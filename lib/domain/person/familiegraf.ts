/**
 * The relations of a person by generation, for those who draw them: the same entries as the list, each relative once.
 * Rule: a relative is told apart by number; one without a number is told apart by nothing and stands alone. What role
 * the portal does not know is a relation all the same.
 */
import type { Felt, Oppfoering, Seksjon, Verdi } from './person-view.ts';

export const GENERASJONER = ['foreldre', 'soesken', 'partnere', 'barn', 'andre'] as const;
export type Generasjon = (typeof GENERASJONER)[number];

export type Slektning = {
  nummer: string | null;
  /** For one without a number, as registered; null when no name is given. */
  navn: string | null;
  foedselsdato: string | null;
  /** What the register calls the relation: roles and sivilstander, each once. */
  relasjoner: Extract<Verdi, { slag: 'kode' }>[];
  /** No entry holds the relation to be current. */
  tidligere: boolean;
};

export type Familiegraf = Record<Generasjon, Slektning[]>;

const GENERASJON_AV_ROLLE: Readonly<Record<string, Generasjon>> = {
  mor: 'foreldre',
  far: 'foreldre',
  medmor: 'foreldre',
  soesken: 'soesken',
  ektefelleEllerPartner: 'partnere',
  barn: 'barn',
  doedfoedtBarn: 'barn',
};

/** Sivilstander that say that a marriage or partnership is over. */
const OVER: ReadonlySet<string> = new Set([
  'skilt',
  'skiltPartner',
  'enkeEllerEnkemann',
  'gjenlevendePartner',
]);

/** The values of the fields whose path ends so, as text. */
function listTekst(felter: readonly Felt[], slutt: string): string[] {
  return felter.flatMap(({ felt, verdi }) => {
    if (felt !== slutt && !felt.endsWith(`.${slutt}`)) return [];
    if (verdi.slag === 'tekst') return [verdi.tekst];
    return verdi.slag === 'dato' ? [verdi.dato] : [];
  });
}

function toSlektning({ felter }: Oppfoering, kode: string, gjelder: boolean): Slektning {
  const nummer = felter.flatMap(({ verdi }) => (verdi.slag === 'personidentifikator' ? [verdi.nummer] : []));
  const navn = ['fornavn', 'mellomnavn', 'etternavn'].flatMap((del) => listTekst(felter, del));
  return {
    nummer: nummer[0] ?? null,
    navn: navn.length === 0 ? null : navn.join(' '),
    foedselsdato: listTekst(felter, 'foedselsdato')[0] ?? null,
    relasjoner: felter.flatMap(({ felt, verdi }) => (felt === kode && verdi.slag === 'kode' ? [verdi] : [])),
    tidligere: !gjelder,
  };
}

/** Joins what is said of one relative in several entries. */
function addSlektning(slektninger: Slektning[], ny: Slektning): void {
  const kjent = ny.nummer === null ? undefined : slektninger.find(({ nummer }) => nummer === ny.nummer);
  if (kjent === undefined) {
    slektninger.push(ny);
    return;
  }
  kjent.tidligere &&= ny.tidligere;
  const har = new Set(kjent.relasjoner.map(({ kode }) => kode));
  kjent.relasjoner.push(...ny.relasjoner.filter(({ kode }) => !har.has(kode)));
}

function listOppfoeringer(seksjoner: readonly Seksjon[], egenskap: string): Oppfoering[] {
  const seksjon = seksjoner.find((en) => en.egenskap === egenskap);
  return [...(seksjon?.gjeldende ?? []), ...(seksjon?.historikk ?? [])].filter(({ skjermet }) => !skjermet);
}

/** Everybody whom familierelasjon and sivilstand name, current relations first. */
export function toFamiliegraf(seksjoner: readonly Seksjon[]): Familiegraf {
  const graf: Familiegraf = { foreldre: [], soesken: [], partnere: [], barn: [], andre: [] };
  for (const oppfoering of listOppfoeringer(seksjoner, 'familierelasjon')) {
    const slektning = toSlektning(oppfoering, 'relatertPersonsRolle', oppfoering.gjeldende);
    const generasjon = GENERASJON_AV_ROLLE[slektning.relasjoner[0]?.kode ?? ''] ?? 'andre';
    addSlektning(graf[generasjon], slektning);
  }
  for (const oppfoering of listOppfoeringer(seksjoner, 'sivilstand')) {
    const slektning = toSlektning(oppfoering, 'sivilstand', oppfoering.gjeldende);
    if (slektning.nummer === null) continue;
    slektning.tidligere ||= slektning.relasjoner.some(({ kode }) => OVER.has(kode));
    addSlektning(graf.partnere, slektning);
  }
  for (const generasjon of GENERASJONER)
    graf[generasjon].sort((a, b) => Number(a.tidligere) - Number(b.tidligere));
  return graf;
}
