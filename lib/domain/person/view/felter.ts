/**
 * From an object of the person model to labelled values, driven by the schema's notes. Rule: every leaf of the object
 * becomes exactly one value, on its own or inside address lines; the order is the schema's.
 */
import { z } from 'zod';
import { findKode } from '#lib/domain/kodeverk/kodeverk.ts';
import { findKommunenavn } from '#lib/domain/kodeverk/kommuner.ts';
import { findLandnavn } from '#lib/domain/kodeverk/land.ts';
import { joinSti } from '../flatten-verdi.ts';
import { type Adresseform, type FeltMeta, findFeltMeta } from '../model/felt.ts';
import type { Felt, Verdi } from '../person-view.ts';
import { unwrapSchema } from '../read-egenskap.ts';
import { formatAdresse } from './adresse.ts';

function toTekst(meta: FeltMeta, tekst: string): Verdi {
  switch (meta.slag) {
    case 'dato':
      return { slag: 'dato', dato: tekst };
    case 'tidspunkt':
      return { slag: 'tidspunkt', tidspunkt: tekst };
    case 'personidentifikator':
      return /^\d{11}$/.test(tekst)
        ? { slag: 'personidentifikator', nummer: tekst }
        : { slag: 'tekst', tekst };
    case 'kode':
      return {
        slag: 'kode',
        kodeverk: meta.kodeverk,
        kode: tekst,
        kjent: findKode(meta.kodeverk, tekst) !== null,
      };
    case 'navngitt': {
      const navn = meta.kodeverk === 'land' ? findLandnavn(tekst) : findKommunenavn(tekst);
      return { slag: 'navngitt', kodeverk: meta.kodeverk, kode: tekst, navn };
    }
    default:
      return { slag: 'tekst', tekst };
  }
}

function toVerdi(meta: FeltMeta, verdi: string | number | boolean): Verdi {
  if (typeof verdi === 'boolean') return { slag: 'boolsk', verdi };
  if (typeof verdi === 'string') return toTekst(meta, verdi);
  const siffer = meta.slag === 'heltall' ? meta.siffer : undefined;
  if (siffer === undefined) return { slag: 'heltall', tall: verdi };
  return { slag: 'tekst', tekst: String(verdi).padStart(siffer, '0') };
}

/** The value as an address line writes it. */
function toLinjedel(verdi: Verdi): string {
  switch (verdi.slag) {
    case 'tekst':
      return verdi.tekst;
    case 'heltall':
      return String(verdi.tall);
    case 'navngitt':
      return verdi.kode;
    default:
      return '';
  }
}

function toAdresse(form: Adresseform, schema: z.ZodObject, verdi: object, felt: string): Felt[] {
  const deler = toFelter(schema, verdi);
  const avFelt = new Map<string, string[]>();
  for (const del of deler) avFelt.set(del.felt, [...(avFelt.get(del.felt) ?? []), toLinjedel(del.verdi)]);
  const { linjer, brukt } = formatAdresse(form, avFelt);
  const utenom = deler.filter((del) => !brukt.has(del.felt));
  return [
    ...(linjer.length === 0 ? [] : [{ felt, verdi: { slag: 'adresse', linjer } } satisfies Felt]),
    ...utenom.map((del) => ({ felt: joinSti(felt, del.felt), verdi: del.verdi })),
  ];
}

/** `virksomhet/oppgave` as one code when both are there; else what there is. */
function toPar(
  kodeverk: Extract<FeltMeta, { slag: 'par' }>['kodeverk'],
  schema: z.ZodObject,
  verdi: object,
  felt: string,
): Felt[] {
  const deler = Object.keys(schema.shape).map((navn) => Reflect.get(verdi, navn));
  if (!deler.every((del) => typeof del === 'string')) return toFelter(schema, verdi, felt);
  const kode = findKode(kodeverk, deler.join('/')) ?? deler.join('/');
  return [{ felt, verdi: { slag: 'kode', kodeverk, kode, kjent: findKode(kodeverk, kode) !== null } }];
}

function toFelt(schema: z.core.$ZodType, verdi: unknown, felt: string): Felt[] {
  if (verdi === undefined || verdi === null) return [];
  if (schema instanceof z.ZodArray) {
    return Array.isArray(verdi) ? verdi.flatMap((element) => toFelt(schema.element, element, felt)) : [];
  }
  const meta = findFeltMeta(schema);
  if (schema instanceof z.ZodObject && typeof verdi === 'object') {
    if (meta?.slag === 'adresse') return toAdresse(meta.form, schema, verdi, felt);
    if (meta?.slag === 'par') return toPar(meta.kodeverk, schema, verdi, felt);
    const felter = toFelter(schema, verdi, felt);
    return meta?.slag === 'markoer' ? [{ felt, verdi: { slag: 'boolsk', verdi: true } }, ...felter] : felter;
  }
  if (meta === undefined) return [];
  return typeof verdi === 'string' || typeof verdi === 'number' || typeof verdi === 'boolean'
    ? [{ felt, verdi: toVerdi(meta, verdi) }]
    : [];
}

/** Every value of an object as labelled values; `prefiks` is the path of the object inside its element. */
export function toFelter(schema: z.ZodObject, verdi: object, prefiks = ''): Felt[] {
  return Object.entries(schema.shape).flatMap(([navn, feltSchema]) =>
    toFelt(unwrapSchema(feltSchema), Reflect.get(verdi, navn), joinSti(prefiks, navn)),
  );
}
