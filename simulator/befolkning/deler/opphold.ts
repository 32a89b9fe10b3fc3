/** Citizenship, permission to stay, coming to and leaving Norway, the immigration authorities' number. */
import { formatDato } from '../dato.ts';
import { createElement, type Innhold } from '../element.ts';
import { toKode } from '../fremmednummer.ts';
import { toLand } from '../land.ts';
import { drawFor, type Person } from '../person.ts';
import { EMNE } from '../skjelett.ts';
import { TELLEDAG } from '../telledag.ts';
import { hash, toAndel, toElement, toHeltall } from '../tilfeldig.ts';
import { getFoersteAarsak, isUtenAjourhold } from './identitet.ts';

/** Countries whose citizens need permission to stay; the rest are Nordic or in the EEA. */
const TRENGER_TILLATELSE = new Set(['PHL', 'SYR', 'ERI', 'SOM', 'UKR', 'XXK', 'USA', 'GBR']);

function isFraUtlandet(person: Person): boolean {
  return person.slag === 'innvandret' || person.slag === 'dnummer';
}

/** The day the person became Norwegian; undefined while she is not, or has always been. */
function findNorskFra(person: Person): number | undefined {
  if (person.slag !== 'innvandret') return undefined;
  const dag = person.foerstedag + toHeltall(drawFor(person, EMNE.land, 1), 2600, 9000);
  return dag < Math.min(TELLEDAG, person.doedsdag ?? TELLEDAG) ? dag : undefined;
}

export function createStatsborgerskap(person: Person): Innhold[] {
  const h = drawFor(person, EMNE.kilde, 9);
  const aarsak = getFoersteAarsak(person);
  if (!isFraUtlandet(person)) {
    const norsk = { statsborgerskap: 'NOR', ervervsdato: formatDato(person.foedt) };
    const meta = { dag: person.foedt, gjeldende: true, h, aarsak: 'Fødsel' };
    return [createElement({ ...meta, utenAjourhold: isUtenAjourhold(person.foedt, h) }, norsk)];
  }
  const land = toLand(drawFor(person, EMNE.land)).a3;
  const norskFra = findNorskFra(person);
  const beholder = norskFra === undefined || toAndel(hash(h, 1)) < 0.3;
  const opprinnelig = createElement(
    { dag: person.foerstedag, gjeldende: beholder, h, aarsak },
    { statsborgerskap: land },
  );
  if (norskFra === undefined) return [opprinnelig];
  const norsk = { statsborgerskap: 'NOR', ervervsdato: formatDato(norskFra) };
  return [
    createElement({ dag: norskFra, gjeldende: true, h, aarsak: 'Statsborgerskap' }, norsk),
    opprinnelig,
  ];
}

export function createOpphold(person: Person): Innhold[] {
  if (!isFraUtlandet(person) || !TRENGER_TILLATELSE.has(toLand(drawFor(person, EMNE.land)).a3)) return [];
  if (findNorskFra(person) !== undefined || person.doedsdag !== undefined) return [];
  const h = drawFor(person, EMNE.opphold, 1);
  const fra = person.foerstedag;
  const permanent = fra < TELLEDAG - 2000;
  const tillatelse = permanent
    ? 'permanent'
    : toElement(h, ['midlertidig', 'midlertidig', 'opplysningMangler']);
  const periode = {
    oppholdFra: formatDato(fra),
    ...(tillatelse === 'midlertidig' ? { oppholdTil: formatDato(fra + 1095) } : {}),
  };
  return [
    createElement(
      { dag: fra, gjeldende: true, h, aarsak: 'Opphold' },
      { oppholdstillatelse: tillatelse, ...periode },
    ),
  ];
}

export function createDufNummer(person: Person): Innhold[] {
  const h = drawFor(person, EMNE.legitimasjon, 2);
  if (!isFraUtlandet(person) || !TRENGER_TILLATELSE.has(toLand(drawFor(person, EMNE.land)).a3)) return [];
  const aar = formatDato(person.foerstedag).slice(0, 4);
  return [
    createElement(
      { dag: person.foerstedag, gjeldende: true, h, aarsak: getFoersteAarsak(person) },
      {
        identifikasjonsnummer: aar + toKode(person.s.froe, person.nr),
        identifikasjonsnummertype: 'utlendingsmyndighetenesIdentifikasjonsnummer',
        utstederland: 'NOR',
      },
    ),
  ];
}

export function createInnflytting(person: Person): Innhold[] {
  if (person.slag !== 'innvandret') return [];
  const h = drawFor(person, EMNE.land);
  const land = toLand(h);
  const by = toElement(hash(h, 2), land.byer);
  const meta = { dag: person.foerstedag, gjeldende: true, h, aarsak: 'Innvandring' };
  return [createElement(meta, { fraflyttingsland: land.a3, fraflyttingsstedIUtlandet: by })];
}

export function createUtflytting(person: Person): Innhold[] {
  if (person.slag !== 'utflyttet' || person.bortedag === undefined) return [];
  const h = drawFor(person, EMNE.land);
  const land = toLand(h);
  return [
    createElement(
      { dag: person.bortedag, gjeldende: true, h, aarsak: 'Utvandring' },
      {
        tilflyttingsland: land.a3,
        tilflyttingsstedIUtlandet: toElement(hash(h, 2), land.byer),
        utflyttingsdato: formatDato(person.bortedag),
      },
    ),
  ];
}
