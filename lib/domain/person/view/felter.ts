/**
 * From an object of the person model to labelled values, driven by the schema's notes. Rule: every leaf of the object
 * becomes exactly one value, on its own or inside address lines; the order is the schema's.
 */
import { findKode } from '#lib/domain/kodeverk/kodeverk.ts';
import { findKommunenavn } from '#lib/domain/kodeverk/kommuner.ts';
import { findLandnavn } from '#lib/domain/kodeverk/land.ts';
import { joinSti } from '../flatten-verdi.ts';
import type { Adresseform, FeltMeta } from '../model/felt.ts';
import type { Objekt, Plan } from '../model/plan.ts';
import type { Felt, Verdi } from '../person-view.ts';
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
      const navn = meta.kodeverk === 'land' ? findLandnavn(tekst) : findKommunenavn(tekst, null);
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

function addAdresse(form: Adresseform, plan: Objekt, verdi: object, felt: string, felter: Felt[]): void {
  const deler = toFelter(plan, verdi);
  const avFelt = new Map<string, string[]>();
  for (const del of deler) {
    const foer = avFelt.get(del.felt);
    if (foer) foer.push(toLinjedel(del.verdi));
    else avFelt.set(del.felt, [toLinjedel(del.verdi)]);
  }
  const { linjer, brukt } = formatAdresse(form, avFelt);
  if (linjer.length > 0) felter.push({ felt, verdi: { slag: 'adresse', linjer } });
  for (const del of deler)
    if (!brukt.has(del.felt)) felter.push({ felt: joinSti(felt, del.felt), verdi: del.verdi });
}

/** `virksomhet/oppgave` as one code when both are there; else what there is. */
function addPar(
  kodeverk: Extract<FeltMeta, { slag: 'par' }>['kodeverk'],
  plan: Objekt,
  verdi: object,
  felt: string,
  felter: Felt[],
): void {
  const deler = plan.felter.map(([navn]) => Reflect.get(verdi, navn));
  if (!deler.every((del) => typeof del === 'string')) {
    addFelter(plan, verdi, felt, felter);
    return;
  }
  const kode = findKode(kodeverk, deler.join('/')) ?? deler.join('/');
  felter.push({ felt, verdi: { slag: 'kode', kodeverk, kode, kjent: findKode(kodeverk, kode) !== null } });
}

function addObjekt(plan: Objekt, verdi: object, felt: string, felter: Felt[]): void {
  const { meta } = plan;
  if (meta?.slag === 'adresse') addAdresse(meta.form, plan, verdi, felt, felter);
  else if (meta?.slag === 'par') addPar(meta.kodeverk, plan, verdi, felt, felter);
  else {
    if (meta?.slag === 'markoer') felter.push({ felt, verdi: { slag: 'boolsk', verdi: true } });
    addFelter(plan, verdi, felt, felter);
  }
}

function addFelt(plan: Plan, verdi: unknown, felt: string, felter: Felt[]): void {
  if (verdi === undefined || verdi === null) return;
  if (plan.art === 'liste') {
    if (Array.isArray(verdi)) for (const element of verdi) addFelt(plan.element, element, felt, felter);
  } else if (plan.art === 'objekt') {
    if (typeof verdi === 'object') addObjekt(plan, verdi, felt, felter);
  } else if (plan.meta !== undefined) {
    if (typeof verdi === 'string' || typeof verdi === 'number' || typeof verdi === 'boolean')
      felter.push({ felt, verdi: toVerdi(plan.meta, verdi) });
  }
}

// One list is filled on the way down: a person has some hundred values, and each is met on every oppslag.
function addFelter(plan: Objekt, verdi: object, prefiks: string, felter: Felt[]): void {
  for (const [navn, felt] of plan.felter) {
    const feltverdi: unknown = Reflect.get(verdi, navn);
    if (feltverdi !== undefined) addFelt(felt, feltverdi, joinSti(prefiks, navn), felter);
  }
}

/** Every value of an object as labelled values; the path of each is from this object. */
export function toFelter(plan: Objekt, verdi: object): Felt[] {
  const felter: Felt[] = [];
  addFelter(plan, verdi, '', felter);
  return felter;
}
