/**
 * Asks for one outcome in one format and says everything that is wrong with request and answer: status, headers,
 * shape, what the pakke may know, the OpenAPI description when there is one, and that XML says what JSON says.
 */
import type { FeilInjeksjon } from '../../register/feil.ts';
import { type Bestiller, bestillUttrekk } from './bestill-uttrekk.ts';
import { erJsonForm, FELLESSKJEMAER, FORMER, type Form, ROETTER } from './former.ts';
import type { Kall, Svar } from './klient.ts';
import type { Openapi } from './openapi.ts';
import type { Operasjon, Svarformat } from './operasjoner.ts';
import type { Grunnlag, Oppskrift } from './oppskrift.ts';
import { findOppskrift, toSti } from './oppskrifter.ts';
import { findPakkebrudd } from './pakkeregler.ts';
import { createSkjemaproeve } from './skjemaproeve.ts';
import { fromJson, listBarn, listNavnerom, readXml, toTre } from './xml-tre.ts';

export type Proeve = Bestiller & { feil: FeilInjeksjon; openapi: Openapi | undefined };
export type Tilfelle = { operasjon: Operasjon; utfall: string; format: Svarformat; grunnlag: Grunnlag };

const ACCEPT: Record<Svarformat, string> = {
  json: 'application/json',
  xml: 'application/xml',
  atom: 'application/atom+xml',
  tekst: 'text/plain',
};
const ATOM = 'http://www.w3.org/2005/Atom';
/** Fields that every answer has anew. */
const ENGANGS = /"(feilreferanse|jobbId)":"[^"]*"/g;

const skjemaer = createSkjemaproeve(FELLESSKJEMAER);

/** One sentence for each fault; none when the outcome is as the contract has it. */
export async function findAvvik(proeve: Proeve, tilfelle: Tilfelle): Promise<string[]> {
  const { operasjon, utfall, format, grunnlag } = tilfelle;
  const oppskrift = findOppskrift(operasjon, utfall, grunnlag);
  const form = operasjon.utfall[utfall];
  if (!oppskrift || !form) return [`${utfall}: har ingen oppskrift`];
  const status = Number.parseInt(utfall, 10);
  const svar = await callRegister(proeve, tilfelle, oppskrift, format);
  const avvik = svar.status === status ? [] : [`ga ${svar.status}`];
  const faktisk = oppskrift.accept === undefined ? format : 'json';
  if (avvik.length === 0) {
    avvik.push(...findHeaderfeil(svar, form, faktisk), ...findForespoerselsfeil(proeve, tilfelle, oppskrift));
    if (/token/.test(utfall) && !/^Bearer error=/.test(svar.headere['www-authenticate'] ?? ''))
      avvik.push('WWW-Authenticate sier ikke hva som er galt med tokenet');
    if (faktisk === 'json' || faktisk === 'tekst')
      avvik.push(...findJsonfeil(proeve, tilfelle, oppskrift, form, svar));
    else avvik.push(...(await findXmlfeil(proeve, tilfelle, oppskrift, form, svar)));
  }
  return avvik.map((feil) => `${utfall}, ${format}: ${feil}`);
}

async function callRegister(
  proeve: Proeve,
  { operasjon, grunnlag }: Tilfelle,
  oppskrift: Oppskrift,
  format: Svarformat,
): Promise<Svar> {
  const jobbid = oppskrift.jobb && (await bestillUttrekk(proeve, grunnlag.pakke, oppskrift.jobb));
  const parametre = { ...oppskrift.parametre, ...(jobbid === undefined ? {} : { jobbid }) };
  if (oppskrift.feil !== undefined) proeve.feil.start({ feil: oppskrift.feil, antall: 1 });
  const skrevet = writeKropp(operasjon, oppskrift, format);
  const kall: Kall = {
    metode: oppskrift.metode ?? operasjon.metode,
    sti: toSti(operasjon, { ...oppskrift, parametre }, grunnlag.pakke),
    klient: oppskrift.klient ?? 'virksomhet',
    headere: { accept: oppskrift.accept ?? ACCEPT[format], ...skrevet.headere, ...oppskrift.headere },
    kropp: skrevet.kropp,
  };
  return proeve.klient.call(kall);
}

/** A POST in the format of the answer, where the operation reads that. */
function writeKropp({ kroppformater }: Operasjon, { kropp = {} }: Oppskrift, format: Svarformat) {
  if (kroppformater.length === 0) return { headere: {}, kropp: '' };
  const somXml = format === 'xml' && kroppformater.includes('xml');
  const headere = { 'content-type': somXml ? ACCEPT.xml : ACCEPT.json };
  if (typeof kropp === 'string') return { headere, kropp };
  return { headere, kropp: somXml ? writeXml(kropp) : JSON.stringify(kropp) };
}

function writeXml(kropp: unknown): string {
  const felter = Object.entries(kropp ?? {}).flatMap(([navn, verdi]: [string, unknown]) =>
    (Array.isArray(verdi) ? verdi : [verdi]).map((id) => `<${navn}>${id}</${navn}>`),
  );
  return `<?xml version="1.0"?><foresporsel>${felter.join('')}</foresporsel>`;
}

function findForespoerselsfeil(
  { openapi }: Proeve,
  { operasjon: { metode, mal }, utfall }: Tilfelle,
  { query = [], kropp, feil, metode: annenMetode }: Oppskrift,
): string[] {
  if (!openapi || !/^(200|404)/.test(utfall) || feil !== undefined || annenMetode !== undefined) return [];
  const parametre = new URLSearchParams(query.map(([navn, verdi]) => [navn, verdi]));
  return [
    ...openapi.findSpoerringsfeil(metode, mal, parametre),
    ...(kropp === undefined ? [] : openapi.findKroppfeil(metode, mal, kropp)),
  ].map((sak) => `spørringen: ${sak}`);
}

/** freg-contract.md sections 1.3 and 1.4. */
function findHeaderfeil({ status, headere }: Svar, form: Form, format: Svarformat): string[] {
  const avvik: string[] = [];
  const type = (headere['content-type'] ?? '').split(';')[0];
  const ventet = findInnholdstype(form, format);
  if (type !== ventet) avvik.push(`Content-Type er ${type}, ikke ${ventet}`);
  if (headere['cache-control'] !== 'private') avvik.push('Cache-Control er ikke private');
  if (status === 429 && !/^\d+$/.test(String(headere['retry-after']))) avvik.push('Retry-After mangler');
  const harEtag = /^"[0-9a-f]{128}"$/.test(headere.etag ?? '');
  if (harEtag !== (form === 'Feedside' || status === 304)) avvik.push(`ETag er ${headere.etag}`);
  return avvik;
}

function findInnholdstype(form: Form, format: Svarformat): string {
  if (form === 'Tom') return '';
  if (form === 'Html') return 'text/html';
  if (form === 'Xsd') return ACCEPT.xml;
  if (form === 'Feedside' && format !== 'json') return ACCEPT.atom;
  if (form === 'Sekvensnummer' && format === 'tekst') return ACCEPT.tekst;
  return format === 'xml' || format === 'atom' ? ACCEPT.xml : ACCEPT.json;
}

function findJsonfeil(
  { openapi }: Proeve,
  tilfelle: Tilfelle,
  { inneholder = '' }: Oppskrift,
  form: Form,
  { status, tekst }: Svar,
): string[] {
  if (!erJsonForm(form)) return findAndreFeil(form, tekst);
  const kropp: unknown = JSON.parse(tekst);
  const { metode, mal } = tilfelle.operasjon;
  return [
    ...(tekst.includes(inneholder) ? [] : [`sier ikke ${inneholder}`]),
    ...skjemaer.findFeil(FORMER[form], kropp),
    ...(openapi?.findSvarfeil(metode, mal, status, kropp) ?? []).map((feil) => `OpenAPI: ${feil}`),
    ...listPersoner(form, kropp).flatMap((person) =>
      findPakkebrudd(tilfelle.grunnlag.pakke, person, {
        historikk: tilfelle.utfall !== '200 tidligere nummer',
        nummer: false,
      }),
    ),
  ];
}

function findAndreFeil(form: Form, tekst: string): string[] {
  if (form === 'Tom') return tekst === '' ? [] : ['kroppen er ikke tom'];
  if (form === 'Html') return /^<html>.*support ID/.test(tekst) ? [] : ['er ikke brannmurens side'];
  const rot = readXml(tekst);
  return rot.localName === 'schema' && rot.namespaceURI === 'http://www.w3.org/2001/XMLSchema'
    ? []
    : ['er ikke et XML-skjema'];
}

type Objekt = { readonly [felt: string]: unknown };
const isObjekt = (verdi: unknown): verdi is Objekt => typeof verdi === 'object' && verdi !== null;

function listPersoner(form: Form, kropp: unknown): Objekt[] {
  if (!isObjekt(kropp)) return [];
  if (form === 'Folkeregisterperson') return [kropp];
  const rader = Array.isArray(kropp.oppslag) ? kropp.oppslag.filter(isObjekt) : [];
  return rader.map(({ folkeregisterperson }) => folkeregisterperson).filter(isObjekt);
}

/** The XML is well-formed, has its root and namespace, and says the same as the JSON answer to the same request. */
async function findXmlfeil(
  proeve: Proeve,
  tilfelle: Tilfelle,
  oppskrift: Oppskrift,
  form: Form,
  { tekst }: Svar,
): Promise<string[]> {
  if (!erJsonForm(form)) return findAndreFeil(form, tekst);
  const json = (await callRegister(proeve, tilfelle, oppskrift, 'json')).tekst;
  if (form === 'Feedside') return findFeedfeil(tekst, JSON.parse(json));
  const { rot, navnerom } = ROETTER[form];
  const element = readXml(tekst.replace(/(<(?:feilreferanse|jobbId)>)[^<]*/g, '$1'));
  const verdi: unknown = JSON.parse(json.replace(ENGANGS, '"$1":""'));
  const ventet = fromJson(rot, form === 'Sekvensnummer' ? { sekvensnummer: verdi } : verdi);
  const avvik: string[] = [];
  const faktiske = listNavnerom(element);
  if (faktiske.join() !== navnerom) avvik.push(`navnerom er ${faktiske}`);
  if (JSON.stringify(toTre(element)) !== JSON.stringify(ventet)) avvik.push('XML sier noe annet enn JSON');
  return avvik;
}

/** An Atom entry holds what an item of the JSON list holds (freg-contract.md section 5.3). */
function findFeedfeil(tekst: string, ventet: unknown): string[] {
  const feed = readXml(tekst);
  const barn = listBarn(feed);
  const innhold = barn
    .filter(({ localName }) => localName === 'entry')
    .flatMap((entry) => listBarn(entry).filter(({ localName }) => localName === 'content'))
    .flatMap(listBarn);
  const avvik: string[] = [];
  if (feed.localName !== 'feed' || feed.namespaceURI !== ATOM) avvik.push('roten er ikke Atoms feed');
  for (const element of innhold)
    if (listNavnerom(element).join() !== 'folkeregisteret:tilgjengeliggjoering:hendelse:v1')
      avvik.push(`navnerom er ${listNavnerom(element)}`);
  const innslag = Array.isArray(ventet) ? ventet.map((en) => fromJson('lagretHendelse', en)) : [];
  if (JSON.stringify(innhold.map(toTre)) !== JSON.stringify(innslag))
    avvik.push('Atom sier noe annet enn JSON');
  const lenker = barn
    .filter(({ localName }) => localName === 'link')
    .map((lenke) => lenke.getAttribute('rel'));
  const ventede = innslag.length > 0 ? 'self,first,next' : 'self,first';
  if (lenker.join() !== ventede) avvik.push(`lenkene er ${lenker}`);
  return avvik;
}
