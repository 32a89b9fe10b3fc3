/** Marital status through life; what two persons' documents say of each other comes from the same pair. */
import { formatDato, parseDag } from '../dato.ts';
import { createElement, type Innhold } from '../element.ts';
import { getKommune, toKommunenummer, toKommuneplass } from '../kommuner.ts';
import { toLand } from '../land.ts';
import { findDoedsdag } from '../livsloep.ts';
import { ADJEKTIVER } from '../navn-ord.ts';
import type { Samliv } from '../par.ts';
import { drawFor, type Person } from '../person.ts';
import { formatNummer } from '../personnummer.ts';
import { at, draw, EMNE, getKjoenn } from '../skjelett.ts';
import { hash, toAndel, toElement } from '../tilfeldig.ts';
import { getFoersteAarsak } from './identitet.ts';

/** From this day two of the same sex marry; before it they were registered partners. */
const FELLES_EKTESKAPSLOV = parseDag('2009-01-01');

const ORD = {
  ekteskap: { gift: 'gift', separert: 'separert', skilt: 'skilt', alene: 'enkeEllerEnkemann' },
  partnerskap: {
    gift: 'registrertPartner',
    separert: 'separertPartner',
    skilt: 'skiltPartner',
    alene: 'gjenlevendePartner',
  },
} as const;

type Hending = { dag: number; sivilstand: string; aarsak: string; annen?: number; vigsel?: boolean };

/** The day a marriage ended by the other's death, if the person outlived it. */
function findAleneDag(person: Person, { annen, par }: Samliv): number | undefined {
  if (par.gift === undefined || par.skilt !== undefined) return undefined;
  const annensDoedsdag = findDoedsdag(person.s, annen);
  if (annensDoedsdag === undefined) return undefined;
  return person.doedsdag !== undefined && person.doedsdag <= annensDoedsdag ? undefined : annensDoedsdag;
}

function listHendinger(person: Person): Hending[] {
  const hendinger: Hending[] = [
    { dag: person.foerstedag, sivilstand: 'ugift', aarsak: getFoersteAarsak(person) },
  ];
  for (const samliv of person.samliv) {
    const { annen, par } = samliv;
    if (par.gift === undefined) continue;
    const sammeKjoenn = getKjoenn(person.s, annen) === getKjoenn(person.s, person.nr);
    const ord = sammeKjoenn && par.gift < FELLES_EKTESKAPSLOV ? ORD.partnerskap : ORD.ekteskap;
    hendinger.push({ dag: par.gift, sivilstand: ord.gift, aarsak: 'Vigsel', annen, vigsel: true });
    if (par.separert !== undefined)
      hendinger.push({ dag: par.separert, sivilstand: ord.separert, aarsak: 'Separasjon', annen });
    if (par.skilt !== undefined)
      hendinger.push({ dag: par.skilt, sivilstand: ord.skilt, aarsak: 'Skilsmisse', annen });
    const alene = findAleneDag(person, samliv);
    if (alene !== undefined) hendinger.push({ dag: alene, sivilstand: ord.alene, aarsak: 'Dødsfall', annen });
  }
  return hendinger;
}

/** Assumption: how many marry abroad. */
const ANDEL_I_UTLANDET = 0.04;

/** Where the wedding was: drawn from the pair, so both documents agree. Churches are invented. */
function createVigselssted(person: Person, annen: number, dag: number): Innhold {
  const h = draw(person.s, Math.min(person.nr, annen), EMNE.par, 11);
  if (toAndel(hash(h, 2)) < ANDEL_I_UTLANDET) {
    const land = toLand(hash(h, 3));
    return { sted: toElement(hash(h, 4), land.byer), utland: land.a3 };
  }
  const myndighet = toElement(h, ['DEN_NORSKE_KIRKE', 'ANSATT_I_KOMMUNE', 'STATSFORVALTEREN']);
  const kommune = toKommunenummer(getKommune(toKommuneplass(hash(h, 1))), dag);
  if (myndighet !== 'DEN_NORSKE_KIRKE') return { myndighet, kommune };
  const ord = toElement(hash(h, 5), ADJEKTIVER);
  return { myndighet, kommune, sted: `${ord.charAt(0)}${ord.slice(1).toLowerCase()} kirke` };
}

/** The civil status the person has now. */
export function getSivilstand(person: Person): string {
  if (person.slag === 'opphoert' || person.slag === 'dnummer') return 'uoppgitt';
  return listHendinger(person).at(-1)?.sivilstand ?? 'uoppgitt';
}

export function createSivilstand(person: Person): Innhold[] {
  const h = drawFor(person, EMNE.kilde, 5);
  if (person.slag === 'opphoert' || person.slag === 'dnummer') {
    return [createElement({ dag: person.foerstedag, gjeldende: true, h }, { sivilstand: 'uoppgitt' })];
  }
  const hendinger = listHendinger(person).reverse();
  return hendinger.map(({ dag, sivilstand, aarsak, annen, vigsel }, i) => {
    const innhold: Innhold = { sivilstand, sivilstandsdato: formatDato(dag) };
    if (annen !== undefined) {
      if (vigsel === true) Object.assign(innhold, createVigselssted(person, annen, dag));
      innhold.relatertVedSivilstand = formatNummer(at(person.s.nummer, annen));
    }
    return createElement({ dag, gjeldende: i === 0, h: hash(h, i), aarsak }, innhold);
  });
}
