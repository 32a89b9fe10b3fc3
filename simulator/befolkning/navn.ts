/** The words of a person's name, the same wherever they are asked for. */
import { ADJEKTIVER, SUBSTANTIVER } from './navn-ord.ts';
import { at, draw, EMNE, INGEN_ORD, type Skjelett } from './skjelett.ts';
import { toAndel, toHeltall } from './tilfeldig.ts';

export type Navn = { fornavn: string; mellomnavn: string | undefined; etternavn: string };

const ANDEL_TO_FORNAVN = 0.07;
const ANDEL_MELLOMNAVN = 0.17;

/** Places in ADJEKTIVER of the person's given names: one or two. */
export function listFornavnord(s: Skjelett, person: number): number[] {
  const foerste = at(s.fornavn, person);
  const h = draw(s, person, EMNE.navn);
  if (toAndel(h) >= ANDEL_TO_FORNAVN) return [foerste];
  return [foerste, toHeltall(draw(s, person, EMNE.navn, 1), 0, ADJEKTIVER.length - 1)];
}

/** Places in SUBSTANTIVER of the family names the person has had: today's first. */
export function listEtternavnord(s: Skjelett, person: number): number[] {
  const nytt = at(s.nyttEtternavn, person);
  const foedenavn = at(s.etternavn, person);
  return nytt === INGEN_ORD ? [foedenavn] : [nytt, foedenavn];
}

/** Place in SUBSTANTIVER of the person's middle name, the same through life; undefined for most. */
export function findMellomnavnord(s: Skjelett, person: number): number | undefined {
  if (toAndel(draw(s, person, EMNE.mellomnavn)) >= ANDEL_MELLOMNAVN) return undefined;
  return toHeltall(draw(s, person, EMNE.mellomnavn, 1), 0, SUBSTANTIVER.length - 1);
}

/** The names the person has had, today's first. */
export function listNavn(s: Skjelett, person: number): Navn[] {
  const fornavn = listFornavnord(s, person)
    .map((ord) => ADJEKTIVER[ord])
    .join(' ');
  const mellomnavnord = findMellomnavnord(s, person);
  const mellomnavn = mellomnavnord === undefined ? undefined : SUBSTANTIVER[mellomnavnord];
  return listEtternavnord(s, person).map((ord) => ({
    fornavn,
    mellomnavn,
    etternavn: SUBSTANTIVER[ord] ?? '',
  }));
}
