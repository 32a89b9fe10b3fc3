/**
 * One request from arrival to answer: who asks, where, whether they may, and what the faults do to it.
 * Order of refusals: 401 unknown organisation, 404 no such address, 403 pakke or service not theirs, 405, 406.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Befolkning } from '../befolkning/befolkning.ts';
import type { Hendelseslogg } from '../hendelser/hendelseslogg.ts';
import type { Klokke } from '../klokke.ts';
import { AVSLAG, type Avslag, FREG_001 } from '../kontrakt/feilmeldinger.ts';
import type { Innstillinger } from '../kontrakt/innstillinger.ts';
import { hasTjeneste } from '../kontrakt/pakker.ts';
import type { Jobblager } from '../uttrekk/jobblager.ts';
import { hasPakkescope, type Konsument, toScopeutfordring } from './autentisering.ts';
import type { FeilInjeksjon, Treff } from './feil.ts';
import { bendSvar, createForveksling } from './feildata.ts';
import { findErstatning, toForvrengt } from './feilsvar.ts';
import { createGjelder, findKalltreff } from './feiltreff.ts';
import { findFormat } from './format.ts';
import type { Kallbok } from './kall-statistikk.ts';
import type { Kallgrense } from './kallgrense.ts';
import type { Organisasjon } from './organisasjon.ts';
import { readKropp } from './read-kropp.ts';
import { type Adresse, findAdresse } from './ruter.ts';
import { isUtenStatus, sendSvar } from './send-svar.ts';
import { type Ferdig, formatSvar, type Svar, TOM, toAvslag } from './svar.ts';

export type Registergrunnlag = {
  befolkning: Befolkning;
  hendelser: Hendelseslogg;
  klokke: Klokke;
  uttrekk: Jobblager;
  organisasjoner: ReadonlyMap<string, Organisasjon>;
  innstillinger: Innstillinger;
  feil: FeilInjeksjon;
  bok: Kallbok;
  grense: Kallgrense;
  /** Told of the register's own faults: template and name of the error, never content. */
  logg: (melding: string) => void;
};

type Foresporsel = {
  req: IncomingMessage;
  konsument: Konsument;
  adresse: Adresse | undefined;
  query: URLSearchParams;
  /** The body of a POST; undefined when it is too large. */
  kropp: string | undefined;
};

const INGEN: readonly Treff[] = [];

/** Answers one request. Never throws: a fault of the simulator itself is the register's 500. */
export async function behandleKall(
  grunnlag: Registergrunnlag,
  req: IncomingMessage,
  res: ServerResponse,
  konsument: Konsument,
): Promise<void> {
  const start = performance.now();
  const url = req.url ?? '/';
  const skille = url.indexOf('?');
  const adresse = findAdresse(skille < 0 ? url : url.slice(0, skille));
  const query = new URLSearchParams(skille < 0 ? '' : url.slice(skille + 1));
  const overGrensen = grunnlag.grense(req.socket.remoteAddress ?? '');
  // A client that goes away in the middle of its body has nobody to answer to.
  const kropp = req.method === 'POST' ? await readKropp(req).catch(() => '') : '';
  const foresporsel = { req, konsument, adresse, query, kropp };
  const treff = !overGrensen && grunnlag.feil.isAktiv() ? findTreff(grunnlag, foresporsel) : INGEN;
  for (const { feil, verdi } of treff) if (feil === 'forsinkelse-ms') await wait(verdi);
  const [svar, ferdig] = writeSvar(
    grunnlag,
    foresporsel,
    overGrensen ?? getSvar(grunnlag, foresporsel, treff),
  );
  addKall(grunnlag.bok, foresporsel, svar, treff, performance.now() - start);
  sendSvar(res, toForvrengt(ferdig, treff), treff);
}

/** The answer with its bytes. Some of it is made only now, and then a fault of the simulator is a 500 as before. */
function writeSvar(grunnlag: Registergrunnlag, foresporsel: Foresporsel, svar: Svar): [Svar, Ferdig] {
  const { headers } = foresporsel.req;
  const format =
    findFormat(headers.accept, headers['content-type'], foresporsel.adresse?.rute.typer) ?? 'json';
  try {
    return [svar, formatSvar(svar, format)];
  } catch (feil) {
    const tjenestefeil = toTjenestefeil(grunnlag, foresporsel, feil);
    return [tjenestefeil, formatSvar(tjenestefeil, format)];
  }
}

const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });

function findTreff(grunnlag: Registergrunnlag, foresporsel: Foresporsel): readonly Treff[] {
  return findKalltreff(grunnlag, {
    ...foresporsel,
    kropp: foresporsel.kropp ?? '',
    getSvar: () => getSvar(grunnlag, foresporsel, INGEN),
  });
}

function getSvar(grunnlag: Registergrunnlag, foresporsel: Foresporsel, treff: readonly Treff[]): Svar {
  try {
    const svar = findErstattet(foresporsel, treff) ?? runTjeneste(grunnlag, foresporsel, treff);
    if (foresporsel.req.method === 'HEAD') return { ...svar, kropp: TOM };
    return treff.length === 0 ? svar : bendSvar(svar, treff, createGjelder(grunnlag));
  } catch (feil) {
    return toTjenestefeil(grunnlag, foresporsel, feil);
  }
}

/** What a fault of the simulator itself looks like from outside. */
function toTjenestefeil({ logg }: Registergrunnlag, { adresse }: Foresporsel, feil: unknown): Svar {
  logg(`${adresse?.rute.mal ?? 'ukjent'}: ${feil instanceof Error ? feil.name : 'feil'}`);
  return { status: 500, kropp: { slag: 'data', rot: 'feil', verdi: FREG_001 } };
}

/** The answer of the first fault that gives one. Before the service is run, as one that is down never runs it. */
function findErstattet({ adresse }: Foresporsel, treff: readonly Treff[]): Svar | undefined {
  for (const ett of treff) {
    const svar = findErstatning(ett, adresse?.rute.tjeneste);
    if (svar) return svar;
  }
  return undefined;
}

function runTjeneste(
  { befolkning, hendelser, klokke, uttrekk, organisasjoner, innstillinger }: Registergrunnlag,
  { req, konsument, adresse, query, kropp }: Foresporsel,
  treff: readonly Treff[],
): Svar {
  const { org } = konsument;
  const organisasjon = org === null ? undefined : organisasjoner.get(org);
  if (org === null || !organisasjon) return withUtfordring(AVSLAG.ukjentKonsument, konsument.utfordring);
  if (!adresse) return toAvslag(AVSLAG.feilUri);
  const { pakke, rute, parametre } = adresse;
  if (!organisasjon.pakker.includes(pakke) || !hasTjeneste(pakke, rute.tjeneste))
    return toAvslag(AVSLAG.manglerTilgang);
  if (!hasPakkescope(konsument, pakke))
    return withUtfordring(AVSLAG.manglerTilgang, toScopeutfordring(pakke));
  if (!rute.metoder.includes(req.method ?? '')) return toAvslag(AVSLAG.feilMetode);
  const format = findFormat(req.headers.accept, req.headers['content-type'], rute.typer);
  if (!format) return toAvslag(AVSLAG.ugyldigAccept);
  if (kropp === undefined) return toAvslag(AVSLAG.forStort);
  const forveksling = treff.find(({ feil }) => feil === 'feil-person');
  return rute.run({
    befolkning,
    forveksle: forveksling && createForveksling(befolkning, forveksling.nummer),
    hendelser,
    klokke,
    uttrekk,
    innstillinger,
    organisasjon: org,
    pakke,
    parametre,
    query,
    metode: req.method ?? '',
    headere: req.headers,
    format,
    kropp,
    kroppformat: findFormat(req.headers['content-type'] ?? 'application/xml', undefined),
  });
}

/** The refusal, and how a token would have been let in. */
function withUtfordring(avslag: Avslag, utfordring: string | undefined): Svar {
  const svar = toAvslag(avslag);
  return utfordring === undefined ? svar : { ...svar, headere: { 'WWW-Authenticate': utfordring } };
}

function addKall(
  bok: Kallbok,
  { req, konsument, adresse }: Foresporsel,
  svar: Svar,
  treff: readonly Treff[],
  ms: number,
): void {
  bok.add({
    mal: adresse?.rute.mal ?? 'ukjent',
    metode: req.method ?? '',
    status: treff.some(isUtenStatus) ? 0 : svar.status,
    ms,
    org: konsument.org,
    pakke: adresse?.pakke ?? null,
    tid: new Date().toISOString(),
    deler: svar.deler ?? [],
  });
}
