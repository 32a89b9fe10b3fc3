/** Who the person is: numbers, status, identity checks, gender, birth, names, death. */
import { formatDato, toKalenderdag } from '../dato.ts';
import { createElement, type Innhold, MIGRERING } from '../element.ts';
import { toKode } from '../fremmednummer.ts';
import { getKommune, toKommunenummer, toKommuneplass } from '../kommuner.ts';
import { toLand } from '../land.ts';
import { listNavn } from '../navn.ts';
import { ADJEKTIVER } from '../navn-ord.ts';
import { drawFor, type Person } from '../person.ts';
import { formatNummer } from '../personnummer.ts';
import { at, EMNE, findMor, getKjoenn } from '../skjelett.ts';
import { hash, toAndel, toElement, toHeltall } from '../tilfeldig.ts';

/** Five years. */
export const D_NUMMER_AKTIVT_DAGER = 1826;

/** Why the register first wrote the person down. */
export function getFoersteAarsak(person: Person): string {
  if (person.slag === 'innvandret') return 'Innvandring';
  return person.slag === 'dnummer' ? 'Tildeling av d-nummer' : 'Fødsel';
}

/**
 * What was moved from the old register carries no reason for half of the people, and the number no validity either;
 * three of four genders have no metadata but kilde. A few entries were never written anew and lack ajourholdstidspunkt.
 * Source: freg-contract.md section 2 (observed presence).
 */
const isUtenOpphav = (person: Person): boolean =>
  person.foerstedag < MIGRERING && (drawFor(person, EMNE.kilde, 10) & 1) === 0;
const isBart = (person: Person): boolean =>
  person.foerstedag < MIGRERING && (drawFor(person, EMNE.kilde, 10) & 12) !== 0;
export const isUtenAjourhold = (dag: number, h: number): boolean => dag < MIGRERING && (h & 63) === 0;

export function createIdentifikasjonsnummer(person: Person): Innhold[] {
  const { s, nr, foerstedag, slag } = person;
  const h = drawFor(person, EMNE.kilde);
  const utenOpphav = isUtenOpphav(person);
  const felles = {
    dag: foerstedag,
    h,
    utenGyldighet: utenOpphav,
    aarsak: utenOpphav ? undefined : getFoersteAarsak(person),
  };
  const naavaerende = createElement(
    { ...felles, gjeldende: true },
    {
      status: slag === 'opphoert' ? 'opphoert' : 'iBruk',
      foedselsEllerDNummer: formatNummer(at(s.nummer, nr)),
      identifikatortype: slag === 'dnummer' ? 'dNummer' : 'foedselsnummer',
    },
  );
  const tidligere = s.tidligereNummer.get(nr);
  if (tidligere === undefined) return [naavaerende];
  const gammelt = createElement(
    { ...felles, gjeldende: false, aarsak: slag === 'innvandret' ? 'Innvandring' : 'Sammenslåing' },
    {
      status: 'opphoert',
      foedselsEllerDNummer: formatNummer(tidligere),
      identifikatortype: slag === 'innvandret' ? 'dNummer' : 'foedselsnummer',
    },
  );
  return [naavaerende, gammelt];
}

type Statusperiode = { dag: number; status: string; aarsak: string };

/** The statuses the person has had, today's first. */
function listStatusperioder(person: Person): Statusperiode[] {
  const { slag, foerstedag, doedsdag, bortedag, naaDag } = person;
  if (slag === 'dnummer') {
    const inaktivFra = foerstedag + D_NUMMER_AKTIVT_DAGER;
    const h = drawFor(person, EMNE.opprettet, 1);
    const foerste = {
      dag: foerstedag,
      status: toAndel(h) < 0.2 ? 'ikkeBosatt' : 'midlertidig',
      aarsak: 'Tildeling av d-nummer',
    };
    return inaktivFra <= naaDag
      ? [{ dag: inaktivFra, status: 'inaktiv', aarsak: 'D-nummer inaktivt' }, foerste]
      : [foerste];
  }
  if (slag === 'opphoert') return [{ dag: foerstedag, status: 'opphoert', aarsak: 'Opphør' }];
  if (slag === 'foedselsregistrert')
    return [{ dag: foerstedag, status: 'foedselsregistrert', aarsak: 'Fødsel' }];
  const bosatt = { dag: foerstedag, status: 'bosatt', aarsak: getFoersteAarsak(person) };
  if (doedsdag !== undefined) return [{ dag: doedsdag, status: 'doed', aarsak: 'Dødsfall' }, bosatt];
  if (bortedag === undefined) return [bosatt];
  return [
    slag === 'utflyttet'
      ? { dag: bortedag, status: 'utflyttet', aarsak: 'Utvandring' }
      : { dag: bortedag, status: 'forsvunnet', aarsak: 'Forsvunnet' },
    bosatt,
  ];
}

/** The status the person has now. */
export function getStatus(person: Person): string {
  return listStatusperioder(person)[0]?.status ?? '';
}

export function createStatus(person: Person): Innhold[] {
  const h = drawFor(person, EMNE.kilde, 1);
  const utenOpphav = isUtenOpphav(person);
  return listStatusperioder(person).map(({ dag, status, aarsak }, i) => {
    const utenAarsak = utenOpphav && dag < MIGRERING;
    return createElement({ dag, gjeldende: i === 0, h, aarsak: utenAarsak ? undefined : aarsak }, { status });
  });
}

export function createIdentitetsgrunnlag(person: Person): Innhold[] {
  const { slag, foerstedag } = person;
  if (slag !== 'dnummer' && slag !== 'innvandret') return [];
  const h = drawFor(person, EMNE.identitet, 1);
  const status =
    slag === 'innvandret'
      ? 'kontrollert'
      : toElement(h, ['ikkeKontrollert', 'ikkeKontrollert', 'ingenStatus', 'kontrollert']);
  return [
    createElement(
      { dag: foerstedag, gjeldende: true, h, aarsak: 'ID-kontroll' },
      { identitetsgrunnlagstatus: status },
    ),
  ];
}

export function createKjoenn(person: Person): Innhold[] {
  const bart = isBart(person);
  const meta = { dag: person.foerstedag, gjeldende: true, h: drawFor(person, EMNE.kilde, 2) };
  const aarsak = bart ? undefined : getFoersteAarsak(person);
  return [
    createElement(
      { ...meta, aarsak, utenAjourhold: bart, utenGyldighet: bart },
      { kjoenn: getKjoenn(person.s, person.nr) },
    ),
  ];
}

/** The birth date the register holds; for a few it is not the one in the number (freg-contract.md section 2.1). */
export function getFoedselsdag(person: Person): number {
  const h = drawFor(person, EMNE.avvik);
  return toAndel(h) < 0.0008 && person.slag !== 'foedselsregistrert' ? person.foedt - 1 : person.foedt;
}

export function createFoedsel(person: Person): Innhold[] {
  const dag = getFoedselsdag(person);
  const h = drawFor(person, EMNE.foedested);
  const utenlandsk = person.slag === 'innvandret' || person.slag === 'dnummer';
  const aar = String(toKalenderdag(dag).aar);
  const sted = utenlandsk
    ? {
        foedested: toElement(hash(h, 1), toLand(drawFor(person, EMNE.land)).byer),
        foedeland: toLand(drawFor(person, EMNE.land)).a3,
      }
    : { foedekommuneINorge: toKommunenummer(getKommune(toKommuneplass(h)), dag), foedeland: 'NOR' };
  const meta = {
    dag: person.foerstedag,
    gjeldende: true,
    h,
    aarsak: isUtenOpphav(person) ? undefined : getFoersteAarsak(person),
    utenAjourhold: isUtenAjourhold(person.foerstedag, h),
  };
  return [createElement(meta, { foedselsdato: formatDato(dag), foedselsaar: aar, ...sted })];
}

/** Whether a sibling was born the same day: the number in the row of births then tells which came first. */
function toRekkefoelgenummer({ s, nr, foedt }: Person): number {
  const mor = findMor(s, nr);
  if (mor === undefined) return 11;
  if (nr + 1 < s.antall && findMor(s, nr + 1) === mor && Math.abs(at(s.foedt, nr + 1) - foedt) < 30)
    return 21;
  return findMor(s, nr - 1) === mor && Math.abs(at(s.foedt, nr - 1) - foedt) < 30 ? 22 : 11;
}

export function createFoedselINorge(person: Person): Innhold[] {
  if (person.slag === 'innvandret' || person.slag === 'dnummer' || person.foedt < -1000) return [];
  const h = drawFor(person, EMNE.foedested, 2);
  const ord = toElement(h, ADJEKTIVER);
  return [
    createElement(
      { dag: person.foedt, gjeldende: true, h, aarsak: 'Fødsel' },
      {
        foedselsinstitusjonsnavn: `${ord.charAt(0)}${ord.slice(1).toLowerCase()} fødestue`,
        rekkefoelgenummer: toRekkefoelgenummer(person),
      },
    ),
  ];
}

export function createNavn(person: Person): Innhold[] {
  const navn = listNavn(person.s, person.nr);
  const giftedag = person.samliv.at(-1)?.par.gift;
  const h = drawFor(person, EMNE.kilde, 3);
  return navn.map(({ fornavn, mellomnavn, etternavn }, i) => {
    const nyttNavn = i === 0 && navn.length > 1 && giftedag !== undefined;
    const dag = nyttNavn ? giftedag : person.foerstedag;
    return createElement(
      {
        dag,
        gjeldende: i === 0,
        h: hash(h, i),
        aarsak: nyttNavn ? 'Navneendring' : getFoersteAarsak(person),
      },
      mellomnavn === undefined ? { fornavn, etternavn } : { fornavn, mellomnavn, etternavn },
    );
  });
}

/** The day of death that the register knows: for a few it does not know which. */
export function findDoedsdato(person: Person): number | undefined {
  return toAndel(drawFor(person, EMNE.kilde, 4)) < 0.99 ? person.doedsdag : undefined;
}

export function findDoedsfall(person: Person): Innhold | undefined {
  if (person.doedsdag === undefined) return undefined;
  const dag = findDoedsdato(person);
  return createElement(
    { dag: person.doedsdag, gjeldende: true, h: drawFor(person, EMNE.kilde, 4), aarsak: 'Dødsfall' },
    dag === undefined ? {} : { doedsdato: formatDato(dag) },
  );
}

export function createLegitimasjonsdokument(person: Person): Innhold[] {
  const h = drawFor(person, EMNE.legitimasjon);
  if (person.slag !== 'dnummer' && (person.slag !== 'innvandret' || toAndel(h) > 0.5)) return [];
  const land = toLand(drawFor(person, EMNE.land));
  const fra = person.foerstedag - toHeltall(h, 30, 1500);
  return [
    createElement(
      { dag: person.foerstedag, gjeldende: true, h, aarsak: 'ID-kontroll' },
      {
        identifikasjonsdokumenttype: toElement(hash(h, 1), ['pass', 'pass', 'nasjonaltIdKort']),
        utstederland: land.a3,
        identifikasjonsdokumentnummer: `L${toKode(person.s.froe, person.nr)}`,
        gyldigFra: formatDato(fra),
        gyldigTil: formatDato(fra + 3652),
      },
    ),
  ];
}

export function createUtenlandskPersonidentifikasjon(person: Person): Innhold[] {
  const h = drawFor(person, EMNE.legitimasjon, 1);
  if ((person.slag !== 'dnummer' && person.slag !== 'innvandret') || toAndel(h) > 0.8) return [];
  const kode = toKode(person.s.froe, person.nr);
  return [
    createElement(
      { dag: person.foerstedag, gjeldende: true, h, aarsak: getFoersteAarsak(person) },
      {
        identifikasjonsnummer: `${kode.slice(0, 4)}-${kode.slice(4)}`,
        identifikasjonsnummertype: toElement(hash(h, 1), [
          'utenlandskIdentifikasjonsnummer',
          'taxIdentificationNumber',
          'socialSecurityNumber',
        ]),
        utstederland: toLand(drawFor(person, EMNE.land)).a3,
      },
    ),
  ];
}
