/** Reads the options of a fault as they come from outside: whole, or refused with a sentence that says what is wrong. */

import { findForslag } from '../forslag.ts';
import { listPakker, TJENESTER } from '../kontrakt/pakker.ts';
import type { Feilvalg } from './feil.ts';
import { FEIL, type Feiltjeneste, isFeilNavn } from './feilliste.ts';

/** What a fault can be limited to: a service of the register, or one of the servers beside it. */
export const FEILTJENESTER: readonly Feiltjeneste[] = [...TJENESTER, 'maskinporten', 'krr'];

const TALLFELTER = ['andel', 'antall', 'varighetMs', 'froe', 'verdi'] as const;
type Tallfelt = (typeof TALLFELTER)[number];

/** Every option, in the order that people read of them. */
export const FEILVALG = ['feil', 'tjeneste', 'pakke', 'nummer', ...TALLFELTER] as const;

/** Throws an Error with a sentence. */
export function parseFeilvalg(inn: unknown): Feilvalg {
  if (typeof inn !== 'object' || inn === null) throw new Error('Feilvalg må være et objekt');
  const { feil, tjeneste, pakke, nummer, ...tall } = Object.fromEntries(Object.entries(inn));
  if (!isFeilNavn(feil))
    throw new Error(`Ukjent feil «${feil}». ${findForslag(`${feil}`, Object.keys(FEIL))}`);
  const valg: Feilvalg = { feil };
  if (tjeneste !== undefined) valg.tjeneste = findEtt('tjeneste', tjeneste, FEILTJENESTER);
  if (pakke !== undefined) valg.pakke = findEtt('pakke', pakke, listPakker());
  if (nummer !== undefined) {
    if (typeof nummer !== 'string' || !/^\d{11}$/.test(nummer))
      throw new Error('nummer må være elleve siffer');
    valg.nummer = nummer;
  }
  for (const [navn, verdi] of Object.entries(tall))
    valg[findEtt('valg', navn, TALLFELTER)] = toTall(navn, verdi);
  if ((valg.andel ?? 0) > 1) throw new Error('andel må være fra 0 til 1');
  return ensureMulig(valg);
}

function findEtt<T extends string>(hva: string, verdi: unknown, kjente: readonly T[]): T {
  const kjent = kjente.find((en) => en === verdi);
  if (kjent === undefined) throw new Error(`Ukjent ${hva} «${verdi}». ${findForslag(`${verdi}`, kjente)}`);
  return kjent;
}

/** Only `verdi` can be less than 0, and only there where that has a meaning. */
function toTall(navn: string, verdi: unknown): number {
  if (typeof verdi === 'number' && Number.isFinite(verdi) && (verdi >= 0 || navn === 'verdi')) return verdi;
  throw new Error(`${navn} må være et tall fra 0`);
}

/** A fault that could never strike, or not as it was asked for, would look like one that is survived. */
function ensureMulig(valg: Feilvalg): Feilvalg {
  const { sted, gjelder, verdi } = FEIL[valg.feil];
  if (valg.verdi !== undefined && verdi === undefined) throw new Error(`${valg.feil} tar ikke verdi`);
  if (valg.verdi !== undefined && valg.verdi < 0 && valg.feil !== 'klokke-skjev')
    throw new Error('verdi må være et tall fra 0');
  if (valg.tjeneste !== undefined && gjelder && !gjelder.tjenester.some((en) => en === valg.tjeneste))
    throw new Error(`${valg.feil} gjelder bare ${gjelder.tjenester.join(', ')}`);
  if (sted === 'kall') return valg;
  const umulige: (keyof Feilvalg)[] = ['pakke', 'nummer', ...(sted === 'tjener' ? UMULIG_FOR_TJENER : [])];
  const gal = umulige.find((navn) => valg[navn] !== undefined);
  if (gal) throw new Error(`${valg.feil} rammer alle som kobler seg til, og kan ikke begrenses med ${gal}`);
  if (valg.tjeneste !== undefined && valg.feil === 'klientsertifikat-tilbakekalt')
    throw new Error(`${valg.feil} gjelder bare registeret`);
  if (valg.tjeneste !== undefined && valg.tjeneste !== 'maskinporten' && valg.tjeneste !== 'krr')
    throw new Error(`${valg.feil} rammer hele registeret, eller maskinporten eller krr`);
  return valg;
}

const UMULIG_FOR_TJENER: readonly Tallfelt[] = ['andel', 'antall', 'froe'];
