/**
 * How one block of the population comes to be: a founding couple, their children and grandchildren with partners, and
 * last some people without relatives here (immigrants, emigrants, d-number holders and rare cases). The shares are
 * assumptions; README.md lists them.
 */
import { DAGER_I_AAR, toDag } from './dato.ts';
import { ADJEKTIVER, SUBSTANTIVER } from './navn-ord.ts';
import { getPar } from './par.ts';
import { at, findPartner, type Skjelett, SLAG, SLEKT, type Slag } from './skjelett.ts';
import { TELLEDAG } from './telledag.ts';
import { hash, toAndel, toHeltall } from './tilfeldig.ts';

/** Places of a block that the family may fill; the rest is for people without relatives. */
const FAMILIEPLASSER = 20;
const KVINNE = 0;
const MANN = 1;

type Slektsbygg = {
  s: Skjelett;
  slutt: number;
  neste: number;
  draw: () => number;
};

/** Fills the skeleton for the block that starts at `start` (and ends early at the population's end). */
export function createSlekt(s: Skjelett, start: number): void {
  const slektsfroe = hash(s.froe, start, 0x51e4);
  let teller = 0;
  const b: Slektsbygg = {
    s,
    slutt: Math.min(start + SLEKT, s.antall),
    neste: start,
    draw: () => hash(slektsfroe, teller++),
  };
  const familieslutt = Math.min(start + FAMILIEPLASSER, b.slutt);
  while (b.neste + 1 < familieslutt) createFamilie(b, familieslutt);
  while (b.neste < b.slutt) createEnslig(b, start);
  for (let p = start; p < b.slutt; p++) createEkteskapsnavn(b, p);
}

function createPerson(b: Slektsbygg, foedt: number, kjoenn: number, slag: Slag): number {
  const { s, neste: p } = b;
  s.foedt[p] = foedt;
  s.kjoenn[p] = kjoenn;
  s.slag[p] = SLAG.indexOf(slag);
  s.fornavn[p] = toHeltall(b.draw(), 0, ADJEKTIVER.length - 1);
  s.etternavn[p] = toHeltall(b.draw(), 0, SUBSTANTIVER.length - 1);
  b.neste++;
  return p;
}

function createFamilie(b: Slektsbygg, slutt: number): void {
  const slag: Slag = toAndel(b.draw()) < 0.14 ? 'innvandret' : 'vanlig';
  const aar = 1922 + Math.floor(70 * toAndel(b.draw()) ** 1.3);
  const kvinne = createPerson(b, toDag(aar, 1, 1) + toHeltall(b.draw(), 0, 364), KVINNE, slag);
  const mann = createPerson(b, at(b.s.foedt, kvinne) - toHeltall(b.draw(), -900, 2400), MANN, slag);
  connectPar(b.s, kvinne, mann);
  const koe: [number, number][] = [[kvinne, mann]];
  for (let par = koe.pop(); par !== undefined && b.neste < slutt; par = koe.pop()) {
    for (const barn of createBarn(b, par[0], par[1], slutt)) {
      const partner = createPartner(b, barn, slutt);
      if (partner === undefined) continue;
      koe.push(at(b.s.kjoenn, barn) === KVINNE ? [barn, partner] : [partner, barn]);
    }
  }
}

function connectPar(s: Skjelett, a: number, b: number): void {
  s.partner[a] = b - a;
  s.partner[b] = a - b;
}

const ANTALL_BARN = [0, 1, 1, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 5] as const;

function createBarn(b: Slektsbygg, mor: number, far: number, slutt: number): number[] {
  const { s } = b;
  if (at(s.kjoenn, mor) === MANN) return [];
  const antall = ANTALL_BARN[toHeltall(b.draw(), 0, ANTALL_BARN.length - 1)] ?? 0;
  const navnegiver = toAndel(b.draw()) < 0.7 ? far : mor;
  const yngste = Math.max(at(s.foedt, mor), at(s.foedt, far));
  let foedt = yngste + toHeltall(b.draw(), Math.floor(22 * DAGER_I_AAR), Math.floor(32 * DAGER_I_AAR));
  const sisteMulige = at(s.foedt, mor) + 43 * DAGER_I_AAR;
  const barn: number[] = [];
  for (let i = 0; i < antall && b.neste < slutt && foedt < TELLEDAG && foedt < sisteMulige; i++) {
    const p = createPerson(b, foedt, toAndel(b.draw()) < 0.487 ? KVINNE : MANN, 'vanlig');
    s.mor[p] = mor - p;
    s.far[p] = far - p;
    s.etternavn[p] = at(s.etternavn, navnegiver);
    barn.push(p);
    const tvilling = toAndel(b.draw()) < 0.016;
    foedt += tvilling ? 0 : toHeltall(b.draw(), 480, 1700);
  }
  return barn;
}

function createPartner(b: Slektsbygg, barn: number, slutt: number): number | undefined {
  const { s } = b;
  if (b.neste >= slutt || at(s.foedt, barn) > TELLEDAG - 26 * DAGER_I_AAR || toAndel(b.draw()) > 0.86)
    return undefined;
  const eget = at(s.kjoenn, barn);
  const partnersKjoenn = toAndel(b.draw()) < 0.03 ? eget : 1 - eget;
  const eldre = partnersKjoenn === MANN ? 800 : -800;
  const foedt = at(s.foedt, barn) - eldre - toHeltall(b.draw(), -1200, 1200);
  const partner = createPerson(b, foedt, partnersKjoenn, toAndel(b.draw()) < 0.1 ? 'innvandret' : 'vanlig');
  connectPar(s, barn, partner);
  return partner;
}

/** Upper bounds of the shares among people without relatives. */
const ENSLIGE: readonly (readonly [number, Slag])[] = [
  [0.2, 'dnummer'],
  [0.58, 'utflyttet'],
  [0.588, 'forsvunnet'],
  [0.593, 'opphoert'],
  [0.598, 'foedselsregistrert'],
  [0.75, 'innvandret'],
  [1, 'vanlig'],
];

/** Years of birth of those without relatives: some are young and alone, some old. */
const ALDERSGRUPPER: readonly (readonly [grense: number, fra: number, til: number])[] = [
  [0.3, 1995, 2007],
  [0.6, 1955, 1994],
  [1, 1928, 1954],
];
const ANDEL_PAR_UTEN_SLEKT = 0.7;

function createEnslig(b: Slektsbygg, start: number): void {
  const u = toAndel(b.draw());
  const slag = ENSLIGE.find(([grense]) => u < grense)?.[1] ?? 'vanlig';
  const kjoenn = toAndel(b.draw()) < 0.48 ? KVINNE : MANN;
  const foedt = drawFoedselsdag(b, slag);
  const p = createPerson(b, foedt, kjoenn, slag);
  if (slag !== 'vanlig' && slag !== 'innvandret') return;
  if (b.neste < b.slutt && toAndel(b.draw()) < ANDEL_PAR_UTEN_SLEKT && foedt < TELLEDAG - 26 * DAGER_I_AAR) {
    const annen = createPerson(b, foedt + toHeltall(b.draw(), -1500, 1500), 1 - kjoenn, slag);
    connectPar(b.s, p, annen);
  } else connectNyPartner(b, start, p);
}

function drawFoedselsdag(b: Slektsbygg, slag: Slag): number {
  const u = toAndel(b.draw());
  const [, fra, til] = ALDERSGRUPPER.find(([grense]) => u < grense) ?? [1, 1960, 1990];
  if (slag === 'foedselsregistrert') return toHeltall(b.draw(), TELLEDAG - 200, TELLEDAG - 5);
  const [foerste, siste] = slag === 'vanlig' ? [fra, til] : [1955, 2003];
  return toHeltall(b.draw(), toDag(foerste, 1, 1), toDag(siste, 12, 31));
}

/** Lets somebody whose first marriage can have ended marry the newcomer. */
function connectNyPartner(b: Slektsbygg, start: number, ny: number): void {
  const { s } = b;
  if (toAndel(b.draw()) > 0.2) return;
  for (let p = start; p < Math.min(start + FAMILIEPLASSER, ny); p++) {
    const eks = findPartner(s, p);
    if (eks === undefined || at(s.tidligere, p) !== 0 || at(s.tidligere, eks) !== 0) continue;
    if (
      at(s.kjoenn, p) === at(s.kjoenn, ny) ||
      Math.max(at(s.foedt, p), at(s.foedt, eks)) > toDag(1976, 1, 1)
    )
      continue;
    if (toAndel(b.draw()) > 0.35) continue;
    s.tidligere[p] = eks - p;
    connectPar(s, p, ny);
    const alder = at(s.foedt, p) + toHeltall(b.draw(), -1500, 1500);
    s.foedt[ny] = Math.max(alder, toDag(1932, 1, 1));
    return;
  }
}

/** A wife may take her husband's name; nobody changes name twice. */
function createEkteskapsnavn(b: Slektsbygg, p: number): void {
  const { s } = b;
  const mann = findPartner(s, p);
  if (mann === undefined || at(s.kjoenn, p) !== KVINNE || at(s.kjoenn, mann) !== MANN) return;
  if (findPartner(s, mann) !== p || toAndel(b.draw()) > 0.4) return;
  if (getPar(s, p, mann).gift === undefined || at(s.etternavn, p) === at(s.etternavn, mann)) return;
  s.nyttEtternavn[p] = at(s.etternavn, mann);
}
