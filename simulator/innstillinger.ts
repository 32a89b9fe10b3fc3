/** The simulator's settings, read once from the environment. A wrong value stops the start with one sentence. */
import { TELLEDAG } from './befolkning/telledag.ts';
import { type Klokkevalg, parseKlokkevalg } from './klokke.ts';
import { TIDSFORMATER, type Tidsformat } from './krr/innstillinger.ts';
import { AUTENTISERINGER, type Autentiseringsmaate } from './register/autentisering.ts';
import type { Simulatorvalg } from './simulator.ts';
import { STANDARD_UTTREKK, type Uttrekksinnstillinger } from './uttrekk/jobblager.ts';

const STANDARDPORT = 9440;
/** Room for every named person, with some to spare. */
const MINST_BEFOLKNING = 100;
const MAKS_BEFOLKNING = 6_000_000;
const MAKS_VED_START = 2_000_000;
const ANDEL_VED_START = 0.05;
/** Ten pages of the feed: enough to read on, and made while the people are. */
const STANDARD_VED_START = 10_000;
const MAKS_BATCH = 1_000_000;
const MAKS_PER_MINUTT = 100_000_000;

/** Every variable and what it means, for `--help`; the order is that of importance. */
export const VARIABLER: readonly (readonly [navn: string, betydning: string])[] = [
  [
    'SIM_PORT',
    `porten til registeret; identitet, kontroll, Maskinporten og KRR får de fire neste. 0 gir ledige porter (${STANDARDPORT})`,
  ],
  [
    'SIM_AUTENTISERING',
    'hvem registeret slipper inn: sertifikat, token, begge (krever begge deler) eller valgfri (sertifikat)',
  ],
  ['SIM_TOKEN_LEVETID', 'sekunder et token fra Maskinporten varer (120)'],
  ['SIM_KRR_TIDSFORMAT', 'hvordan KRR skriver tidspunkter: +02, +02:00 eller Z (+02)'],
  ['SIM_POPULATION', 'antall personer i registeret (100000)'],
  ['SIM_FROE', 'tallet befolkningen lages av; samme tall gir samme personer (1)'],
  [
    'SIM_KLOKKE',
    'simulatorens tid: ekte, frosset, frosset:2026-06-01T12:00:00Z, eller x60 for 60 ganger så fort (ekte)',
  ],
  ['SIM_HENDELSER_PER_MINUTT', 'hendelser for hvert minutt på simulatorens klokke, 0 til 20000 (20)'],
  [
    'SIM_HENDELSER_VED_START',
    'hendelser siden 1. januar 2026 som ligger i feeden ved start, til 2000000 (5 % av befolkningen, høyst 10000)',
  ],
  ['SIM_GRENSE_PER_MINUTT', 'kall registeret tar imot i minuttet fra én adresse; 0 er ingen grense (60000)'],
  ['SIM_RETRY_AFTER', 'ms eller s: hva Retry-After teller når grensen er nådd (ms)'],
  ['SIM_UTTREKK_VENT_MS', 'millisekunder til første batch av et uttrekk er klar (2000)'],
  ['SIM_UTTREKK_BATCH_TILPASSET', 'personer i hver batch av et tilpasset uttrekk (10000)'],
  ['SIM_UTTREKK_BATCH_KOMPLETT', 'personer i hver batch av et komplett uttrekk (100000)'],
  ['SIM_UTTREKK_LEVETID_MIN', 'minutter til et uttrekk som ingen henter, er borte (240)'],
  ['SIM_PASSORD', 'felles passord for demobrukerne (lages og lagres i DATA_DIR/demo-passord)'],
  ['SIM_OIDC_KLIENTHEMMELIGHET', 'portalens hemmelighet (lages og lagres i DATA_DIR/oidc-klienthemmelighet)'],
  ['SIM_PORTAL_URL', 'portalens adresser, med komma mellom (http://localhost:3000)'],
  ['DATA_DIR', 'mappe for sertifikater og simulator.json (.data)'],
];

/** Wrong use of the program, in a sentence for the user. */
export class Bruksfeil extends Error {}

/** `naa` is the present, which the population is made for. Throws `Bruksfeil`. */
export function readInnstillinger(env: Record<string, string | undefined>, naa: Date): Simulatorvalg {
  const port = readHeltall(env, 'SIM_PORT', STANDARDPORT, 0, 65_531);
  const antall = readHeltall(env, 'SIM_POPULATION', 100_000, MINST_BEFOLKNING, MAKS_BEFOLKNING);
  return {
    dataDir: env.DATA_DIR || '.data',
    registerPort: port,
    identitetPort: port && port + 1,
    kontrollPort: port && port + 2,
    maskinportenPort: port && port + 3,
    krrPort: port && port + 4,
    autentisering: readAutentisering(env.SIM_AUTENTISERING || 'sertifikat'),
    tokenLevetid: readHeltall(env, 'SIM_TOKEN_LEVETID', 120, 2, 7200),
    krr: { tidsformat: readTidsformat(env.SIM_KRR_TIDSFORMAT || '+02') },
    antall,
    froe: readHeltall(env, 'SIM_FROE', 1, 0, 2 ** 31 - 1),
    naa,
    klokke: readKlokke(env.SIM_KLOKKE || 'ekte'),
    hendelserPerMinutt: readHeltall(env, 'SIM_HENDELSER_PER_MINUTT', 20, 0, 20_000),
    hendelserVedStart: readHeltall(
      env,
      'SIM_HENDELSER_VED_START',
      Math.min(STANDARD_VED_START, Math.floor(antall * ANDEL_VED_START)),
      0,
      MAKS_VED_START,
    ),
    grense: {
      perMinutt: readHeltall(env, 'SIM_GRENSE_PER_MINUTT', 60_000, 0, MAKS_PER_MINUTT),
      enhet: readEnhet(env.SIM_RETRY_AFTER || 'ms'),
    },
    uttrekk: readUttrekk(env),
    passord: env.SIM_PASSORD,
    klienthemmelighet: env.SIM_OIDC_KLIENTHEMMELIGHET,
    portalUrler: readUrler(env.SIM_PORTAL_URL || 'http://localhost:3000'),
  };
}

/** Throws `Bruksfeil`; nobody can be older than the day the population is counted. */
function readKlokke(tekst: string): Klokkevalg {
  const valg = parseKlokkevalg(tekst);
  if (valg && (typeof valg.fra !== 'number' || valg.fra >= TELLEDAG * 86_400_000)) return valg;
  throw new Bruksfeil(
    `SIM_KLOKKE må være ekte, frosset, frosset:2026-06-01T12:00:00Z (fra og med 2026) eller som x60, ikke «${tekst}».`,
  );
}

function readAutentisering(tekst: string): Autentiseringsmaate {
  const maate = AUTENTISERINGER.find((en) => en === tekst);
  if (maate) return maate;
  throw new Bruksfeil(`SIM_AUTENTISERING må være ${AUTENTISERINGER.join(', ')}, ikke «${tekst}».`);
}

function readEnhet(tekst: string): 'ms' | 's' {
  if (tekst === 'ms' || tekst === 's') return tekst;
  throw new Bruksfeil(`SIM_RETRY_AFTER må være ms eller s, ikke «${tekst}».`);
}

function readTidsformat(tekst: string): Tidsformat {
  const format = TIDSFORMATER.find((et) => et === tekst);
  if (format) return format;
  throw new Bruksfeil(`SIM_KRR_TIDSFORMAT må være ${TIDSFORMATER.join(', ')}, ikke «${tekst}».`);
}

function readUttrekk(env: Record<string, string | undefined>): Uttrekksinnstillinger {
  const { ventMs, batchTilpasset, batchKomplett, levetidMs } = STANDARD_UTTREKK;
  const minutt = 60_000;
  return {
    ventMs: readHeltall(env, 'SIM_UTTREKK_VENT_MS', ventMs, 0, 60 * minutt),
    batchTilpasset: readHeltall(env, 'SIM_UTTREKK_BATCH_TILPASSET', batchTilpasset, 1, MAKS_BATCH),
    batchKomplett: readHeltall(env, 'SIM_UTTREKK_BATCH_KOMPLETT', batchKomplett, 1, MAKS_BATCH),
    levetidMs: readHeltall(env, 'SIM_UTTREKK_LEVETID_MIN', levetidMs / minutt, 1, 7 * 24 * 60) * minutt,
  };
}

function readHeltall(
  env: Record<string, string | undefined>,
  navn: string,
  standard: number,
  minst: number,
  mest: number,
): number {
  const tekst = env[navn];
  if (!tekst) return standard;
  const tall = Number(tekst);
  if (/^\d+$/.test(tekst) && tall >= minst && tall <= mest) return tall;
  throw new Bruksfeil(`${navn} må være et heltall fra ${minst} til ${mest}, ikke «${tekst}».`);
}

function readUrler(tekst: string): string[] {
  return tekst.split(',').map((del) => {
    const url = del.trim();
    if (!URL.canParse(url) || new URL(url).origin !== url.replace(/\/$/, '')) {
      throw new Bruksfeil(`SIM_PORTAL_URL må være adresser som http://localhost:3000, ikke «${url}».`);
    }
    return new URL(url).origin;
  });
}
