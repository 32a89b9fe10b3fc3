/**
 * Random person documents made from the model's own schemas, for tests. Every text is unique in its document, so that
 * a value found again is that value. Same seed, same document.
 */
import { z } from 'zod';
import { KODEVERK } from '#lib/domain/kodeverk/kodeverk.ts';
import { type FeltMeta, findFeltMeta } from './model/felt.ts';
import { unwrapSchema } from './model/plan.ts';
import { EGENSKAPER, elementSchema } from './person-model.ts';

/** One leaf of a document: where it stands, without list indexes, and what it says. */
export type Blad = { egenskap: string; felt: string; verdi: string | number | boolean };

type Tilfeldig = () => number;

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
function createTilfeldig(froe: number): Tilfeldig {
  let tilstand = froe >>> 0;
  return () => {
    tilstand = (tilstand + 0x6d2b79f5) >>> 0;
    let t = Math.imul(tilstand ^ (tilstand >>> 15), tilstand | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Verksted = { tilfeldig: Tilfeldig; neste: () => number; utenGradering: boolean };

const toDag = (n: number): string =>
  new Date(Date.UTC(1950, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);

function createBlad(meta: FeltMeta, verksted: Verksted): string | number | boolean {
  const n = verksted.neste();
  switch (meta.slag) {
    case 'dato':
      return toDag(n);
    case 'tidspunkt':
      return `${toDag(n)}T12:00:00.123456789+01:00`;
    case 'heltall':
      return n;
    case 'boolsk':
      return verksted.tilfeldig() < 0.5;
    case 'personidentifikator':
      // Month 81: synthetic. The last five digits only number the value; they are no check digits.
      return `018190${String(n).padStart(5, '0')}`;
    case 'kode': {
      const koder: readonly string[] = KODEVERK[meta.kodeverk];
      if (meta.kodeverk === 'gradering' && verksted.utenGradering) return 'ugradert';
      return verksted.tilfeldig() < 0.5 ? `nyKode${n}` : (koder[n % koder.length] ?? `nyKode${n}`);
    }
    default:
      return `Tekst${n}z`;
  }
}

function createVerdi(schema: z.core.$ZodType, verksted: Verksted): unknown {
  if (schema instanceof z.ZodArray) {
    const antall = 1 + Math.floor(verksted.tilfeldig() * 2);
    return Array.from({ length: antall }, () => createVerdi(schema.element, verksted));
  }
  if (schema instanceof z.ZodObject) return createObjekt(schema, verksted);
  const meta = findFeltMeta(schema);
  return meta === undefined ? undefined : createBlad(meta, verksted);
}

function createObjekt(schema: z.ZodObject, verksted: Verksted): object {
  return Object.fromEntries(
    Object.entries(schema.shape)
      .filter(() => verksted.tilfeldig() < 0.75)
      .map(([navn, felt]) => [navn, createVerdi(unwrapSchema(felt), verksted)]),
  );
}

/** A document with most egenskaper, one to three elements each, most fields, and an unknown field here and there. */
export function createDokument(froe: number, { utenGradering = false } = {}): Record<string, object[]> {
  const tilfeldig = createTilfeldig(froe);
  let teller = 100;
  const verksted: Verksted = { tilfeldig, neste: () => (teller += 1), utenGradering };
  const egenskaper = EGENSKAPER.filter(
    (navn) => tilfeldig() < 0.9 && !(utenGradering && navn === 'adressebeskyttelse'),
  );
  return Object.fromEntries(
    egenskaper.map((navn) => [
      navn,
      Array.from({ length: 1 + Math.floor(tilfeldig() * 3) }, () => ({
        ...createObjekt(elementSchema(navn), verksted),
        ...(tilfeldig() < 0.2 ? { nyttFelt: { del: `Ukjent${verksted.neste()}z` } } : {}),
      })),
    ]),
  );
}

function listUnder(egenskap: string, felt: string, verdi: unknown): Blad[] {
  if (Array.isArray(verdi)) return verdi.flatMap((element) => listUnder(egenskap, felt, element));
  if (typeof verdi === 'object' && verdi !== null) {
    return Object.entries(verdi).flatMap(([navn, under]) =>
      listUnder(egenskap, felt === '' ? navn : `${felt}.${navn}`, under),
    );
  }
  const erBlad = typeof verdi === 'string' || typeof verdi === 'number' || typeof verdi === 'boolean';
  return erBlad && verdi !== '' ? [{ egenskap, felt, verdi }] : [];
}

/** Every leaf of a document. */
export function listBlader(dokument: object): Blad[] {
  return Object.entries(dokument).flatMap(([egenskap, verdi]) => listUnder(egenskap, '', verdi));
}
