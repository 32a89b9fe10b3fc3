/**
 * Family relations and parental responsibility. Every relation to a person of the population stands in both
 * documents with the roles exchanged.
 */
import { formatDato } from '../dato.ts';
import { createElement, type Innhold } from '../element.ts';
import { toLand } from '../land.ts';
import { findDoedsdag } from '../livsloep.ts';
import { ADJEKTIVER, SUBSTANTIVER } from '../navn-ord.ts';
import { getPar } from '../par.ts';
import { drawFor, type Person, toAlder } from '../person.ts';
import { formatNummer } from '../personnummer.ts';
import { at, draw, EMNE, findFar, findMor, getKjoenn, listBarn, type Skjelett } from '../skjelett.ts';
import { hash, toAndel, toElement, toHeltall } from '../tilfeldig.ts';

const MYNDIGHETSALDER = 18;
const ANDEL_DOEDFOEDT = 0.004;

type Foreldrerolle = 'mor' | 'far' | 'medmor';

function toNummer(s: Skjelett, person: number): string {
  return formatNummer(at(s.nummer, person));
}

function getForeldrerolle(s: Skjelett, forelder: number, barn: number): Foreldrerolle {
  if (findMor(s, barn) === forelder) return 'mor';
  return getKjoenn(s, forelder) === 'kvinne' ? 'medmor' : 'far';
}

type Rad = {
  dag: number;
  meta: { gjeldende: boolean; aarsak: string; opphoersdag?: number };
  innhold: Innhold;
};

function listBarnerader({ s, nr }: Person): Rad[] {
  return listBarn(s, nr).map((barn) => ({
    dag: at(s.foedt, barn),
    meta: { gjeldende: true, aarsak: 'Fødsel' },
    innhold: {
      relatertPerson: toNummer(s, barn),
      relatertPersonsRolle: 'barn',
      minRolleForPerson: getForeldrerolle(s, nr, barn),
    },
  }));
}

function listEktefellerader(person: Person): Rad[] {
  const { s, doedsdag } = person;
  return person.samliv.flatMap(({ annen, par }) => {
    if (par.gift === undefined) return [];
    const doed = Math.min(
      doedsdag ?? Number.POSITIVE_INFINITY,
      findDoedsdag(s, annen) ?? Number.POSITIVE_INFINITY,
    );
    const slutt = par.skilt ?? (Number.isFinite(doed) ? doed : undefined);
    const rolle = 'ektefelleEllerPartner';
    return [
      {
        dag: par.gift,
        meta: {
          gjeldende: slutt === undefined,
          aarsak: 'Vigsel',
          ...(slutt === undefined ? {} : { opphoersdag: slutt }),
        },
        innhold: {
          relatertPerson: toNummer(s, annen),
          relatertPersonsRolle: rolle,
          minRolleForPerson: rolle,
        },
      },
    ];
  });
}

function listForelderader(person: Person): Rad[] {
  const { s, nr, foedt } = person;
  const rader: Rad[] = [];
  for (const forelder of [findFar(s, nr), findMor(s, nr)]) {
    if (forelder === undefined) continue;
    rader.push({
      dag: foedt,
      meta: { gjeldende: true, aarsak: 'Fødsel' },
      innhold: {
        relatertPerson: toNummer(s, forelder),
        relatertPersonsRolle: getForeldrerolle(s, forelder, nr),
        minRolleForPerson: 'barn',
      },
    });
  }
  if (rader.length === 0 && person.slag === 'innvandret') rader.push(...listUkjenteForeldre(person));
  return rader;
}

/** Parents abroad have no number: the register holds what the person told. */
function listUkjenteForeldre(person: Person): Rad[] {
  const h = drawFor(person, EMNE.foreldre);
  if (toAndel(h) > 0.4) return [];
  const etternavn = SUBSTANTIVER[at(person.s.etternavn, person.nr)] ?? '';
  return (['far', 'mor'] as const).map((rolle, i) => ({
    dag: person.foerstedag,
    meta: { gjeldende: true, aarsak: 'Innvandring' },
    innhold: {
      relatertPersonUtenFolkeregisteridentifikator: {
        navn: { fornavn: toElement(hash(h, i), ADJEKTIVER), etternavn },
        ...(toAndel(hash(h, i + 2)) < 0.6
          ? { foedselsdato: formatDato(person.foedt - toHeltall(hash(h, i + 4), 7_300, 14_600)) }
          : {}),
        kjoenn: rolle === 'far' ? 'mann' : 'kvinne',
        statsborgerskap: toLand(drawFor(person, EMNE.land)).a3,
      },
      relatertPersonsRolle: rolle,
      minRolleForPerson: 'barn',
    },
  }));
}

/** A stillborn child stands in both parents' documents; it never got a number. */
function listDoedfoedte({ s, nr, samliv }: Person): Rad[] {
  return samliv.flatMap(({ annen, par }) => {
    const barn = listBarn(s, nr).find((b) => findMor(s, b) === annen || findFar(s, b) === annen);
    if (barn === undefined) return [];
    const h = draw(s, Math.min(nr, annen), EMNE.foreldre, 3);
    if (toAndel(h) > ANDEL_DOEDFOEDT) return [];
    const mor = findMor(s, barn) ?? nr;
    const dag = par.fra + 150;
    const etternavn = SUBSTANTIVER[at(s.etternavn, mor)] ?? '';
    return [
      {
        dag,
        meta: { gjeldende: true, aarsak: 'Fødsel' },
        innhold: {
          relatertPersonUtenFolkeregisteridentifikator: {
            navn: { fornavn: `${ADJEKTIVER[at(s.fornavn, mor)]}*PIKE`, etternavn },
            foedselsdato: formatDato(dag),
            kjoenn: 'kvinne',
          },
          relatertPersonsRolle: 'doedfoedtBarn',
          minRolleForPerson: getForeldrerolle(s, nr, barn),
        },
      },
    ];
  });
}

export function createFamilierelasjon(person: Person): Innhold[] {
  const h = drawFor(person, EMNE.kilde, 6);
  return [
    ...listBarnerader(person),
    ...listEktefellerader(person),
    ...listForelderader(person),
    ...listDoedfoedte(person),
  ]
    .sort((a, b) => Number(b.meta.gjeldende) - Number(a.meta.gjeldende) || b.dag - a.dag)
    .map(({ dag, meta, innhold }, i) => createElement({ dag, h: hash(h, i), ...meta }, innhold));
}

/** Who is responsible for a child, and how: both parents, or the mother alone after some of the breaks. */
function listAnsvarlige(s: Skjelett, barn: number): { ansvar: string; ansvarlig: number }[] {
  const mor = findMor(s, barn);
  const far = findFar(s, barn);
  if (mor === undefined || far === undefined) return [];
  const brudd = getPar(s, mor, far).slutt;
  if (brudd !== undefined && toAndel(draw(s, mor, EMNE.delt, 5)) < 0.2)
    return [{ ansvar: 'mor', ansvarlig: mor }];
  return [
    { ansvar: 'felles', ansvarlig: far },
    { ansvar: 'felles', ansvarlig: mor },
  ];
}

/** Responsibility for the person while a child, and the person's own for children under 18. */
export function createForeldreansvar(person: Person): Innhold[] {
  const { s, nr, naaDag } = person;
  const h = drawFor(person, EMNE.kilde, 7);
  const egne = listBarn(s, nr).filter((barn) => toAlder(at(s.foedt, barn), naaDag) < MYNDIGHETSALDER);
  const barna = person.alder < MYNDIGHETSALDER ? [nr] : egne.sort((a, b) => at(s.foedt, b) - at(s.foedt, a));
  return barna.flatMap((barn) =>
    listAnsvarlige(s, barn)
      .filter(({ ansvarlig }) => barn === nr || ansvarlig === nr)
      .map(({ ansvar, ansvarlig }, i) =>
        createElement(
          { dag: at(s.foedt, barn), gjeldende: true, h: hash(h, barn, i), aarsak: 'Fødsel' },
          { ansvar, ansvarssubjekt: toNummer(s, barn), ansvarlig: toNummer(s, ansvarlig) },
        ),
      ),
  );
}
