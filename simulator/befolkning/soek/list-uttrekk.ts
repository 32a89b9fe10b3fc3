/**
 * The persons of an uttrekk/tilpasset, by columns: a municipality reads its own rows, everything else reads everybody
 * once. A document is made only for who may have more addresses or citizenships than the columns hold.
 */
import type { Persondokument, Uttrekksutvalg } from '../befolkning.ts';
import { toDag } from '../dato.ts';
import { getTekst, listElementer } from '../dokumentlesing.ts';
import { at } from '../skjelett.ts';
import {
  DAG_NULL,
  DOEDSAAR_NULL,
  DOKUMENT,
  KJOENN,
  KJOENNSKIFT,
  KLIENT,
  STATUSBITS,
  VERNET,
} from './kolonner.ts';
import { ADRESSESLAG, type Adresseslag, listAdresser } from './soekbart.ts';
import type { Soekeregister } from './soekeregister.ts';

const STATUSER = {
  aktiv: ['midlertidig', 'ikkeBosatt', 'forsvunnet', 'foedselsregistrert'],
  bosatt: ['bosatt'],
  utflyttet: ['utflyttet'],
  doed: ['doed'],
  inaktiv: ['inaktiv'],
} as const;

const UKJENT_KODE = -1;

/** Everybody who fits, once each. */
export function* listUttrekk(
  r: Soekeregister,
  utvalg: Uttrekksutvalg,
  getDokument: (person: number) => Persondokument,
): Generator<number> {
  const passer = createFilter(r, utvalg, getDokument);
  const { bostedskommunenummer, oppholdskommunenummer } = utvalg;
  if (bostedskommunenummer !== undefined) {
    yield* listIKommune(r, 'bostedsadresse', bostedskommunenummer, passer, utvalg, getDokument);
  } else if (oppholdskommunenummer !== undefined) {
    yield* listIKommune(r, 'oppholdsadresse', oppholdskommunenummer, passer, utvalg, getDokument);
  } else {
    for (let person = 0; person < r.antall; person++) if (passer(person)) yield person;
  }
}

function* listIKommune(
  r: Soekeregister,
  slag: Adresseslag,
  kommunenummer: string,
  passer: (person: number) => boolean,
  { serVernede }: Uttrekksutvalg,
  getDokument: (person: number) => Persondokument,
): Generator<number> {
  const soektSlag = ADRESSESLAG.indexOf(slag);
  const sette = new Set<number>();
  const hasAdresse = (person: number): boolean => {
    const merker = at(r.kolonner.merker, person);
    if (serVernede ? (merker & DOKUMENT) === 0 : (merker & (DOKUMENT | KLIENT | VERNET)) === 0) return true;
    if (!serVernede && (merker & VERNET) !== 0) return false;
    return listAdresser(getDokument(person), serVernede).some(
      (a) =>
        a.slag === slag &&
        a.gjeldende &&
        a.kommunenummer === kommunenummer &&
        (serVernede || !a.klientadresse),
    );
  };
  for (const sted of r.steder.list({ kommunenummer, heltNavn: false }).steder) {
    const personer: number[] = [];
    r.gjeldende.visit(sted, undefined, (person, radslag) => {
      if (radslag === soektSlag && passer(person)) personer.push(person);
      return true;
    });
    for (const person of personer) {
      if (sette.has(person) || !hasAdresse(person)) continue;
      sette.add(person);
      yield person;
    }
  }
}

/** Whether a person fits everything but the municipality. */
function createFilter(
  r: Soekeregister,
  utvalg: Uttrekksutvalg,
  getDokument: (person: number) => Persondokument,
): (person: number) => boolean {
  const { kolonner: k, koder } = r;
  const statuser = utvalg.personstatustyper
    .flatMap((type): readonly string[] => STATUSER[type])
    .reduce((bits, status) => bits | (1 << koder.status.toKode(status)), 0);
  const kjoenn = utvalg.kjoenn && KJOENN[utvalg.kjoenn];
  const foedt = toSpenn(utvalg.foedselsaarFraOgMed, utvalg.foedselsaarTilOgMed);
  const [dagFra, dagTil] = foedt
    ? [toDag(foedt[0], 1, 1) - DAG_NULL, toDag(foedt[1], 12, 31) - DAG_NULL]
    : [0, 0];
  const doedt = toSpenn(utvalg.doedsaarFraOgMed, utvalg.doedsaarTilOgMed);
  const [doedFra, doedTil] = doedt ? [doedt[0] - DOEDSAAR_NULL, doedt[1] - DOEDSAAR_NULL] : [0, 0];
  const sivilstand = utvalg.sivilstandstype && (koder.sivilstand.find(utvalg.sivilstandstype) ?? UKJENT_KODE);
  const { statsborgerskap } = utvalg;
  const land = statsborgerskap && (koder.land.find(statsborgerskap) ?? UKJENT_KODE);
  return (person) => {
    const merker = at(k.merker, person);
    if (((statuser >>> (merker & STATUSBITS)) & 1) === 0) return false;
    if (kjoenn !== undefined && ((merker >>> KJOENNSKIFT) & 3) !== kjoenn) return false;
    const dag = at(k.foedselsdag, person);
    if (foedt !== undefined && (dag === 0 || dag < dagFra || dag > dagTil)) return false;
    const doedsaar = at(k.doedsaar, person);
    if (doedt !== undefined && (doedsaar === 0 || doedsaar < doedFra || doedsaar > doedTil)) return false;
    if (sivilstand !== undefined && at(k.sivilstand, person) !== sivilstand) return false;
    if (statsborgerskap === undefined || at(k.land, person) === land || at(k.annetLand, person) === land)
      return true;
    if ((merker & DOKUMENT) === 0 || at(k.annetLand, person) === 0) return false;
    return listElementer(getDokument(person), 'statsborgerskap').some(
      (e) => e.erGjeldende === true && getTekst(e, 'statsborgerskap') === statsborgerskap,
    );
  };
}

/** Years from and to, open ends filled; undefined when there is neither. */
function toSpenn(fra: number | undefined, til: number | undefined): [number, number] | undefined {
  return fra === undefined && til === undefined ? undefined : [fra ?? 0, til ?? 9999];
}
