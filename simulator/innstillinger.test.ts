/** The environment is read as `--help` says, and a wrong value is told in one sentence. */
import { expect, test } from 'vitest';
import { Bruksfeil, readInnstillinger, VARIABLER } from './innstillinger.ts';

const naa = new Date('2026-11-21T12:00:00Z');

test('without variables the ports are 9440 to 9444 and the population 100 000', () => {
  expect(readInnstillinger({}, naa)).toMatchObject({
    dataDir: '.data',
    registerPort: 9440,
    identitetPort: 9441,
    kontrollPort: 9442,
    maskinportenPort: 9443,
    krrPort: 9444,
    krr: { tidsformat: '+02' },
    autentisering: 'sertifikat',
    tokenLevetid: 120,
    antall: 100_000,
    froe: 1,
    naa,
    klokke: { fart: 1, fra: 'vegg' },
    hendelserPerMinutt: 20,
    hendelserVedStart: 5000,
    grense: { perMinutt: 60_000, enhet: 'ms' },
    uttrekk: { ventMs: 2_000, batchTilpasset: 10_000, batchKomplett: 100_000, levetidMs: 4 * 60 * 60_000 },
    portalUrler: ['http://localhost:3000'],
  });
});

test('port 0 means any free port for every service', () => {
  expect(readInnstillinger({ SIM_PORT: '0' }, naa)).toMatchObject({
    registerPort: 0,
    identitetPort: 0,
    kontrollPort: 0,
    maskinportenPort: 0,
    krrPort: 0,
  });
});

test('several portals are several origins, with or without a slash at the end', () => {
  const { portalUrler } = readInnstillinger(
    { SIM_PORTAL_URL: 'http://localhost:3000/, https://portal.test' },
    naa,
  );
  expect(portalUrler).toEqual(['http://localhost:3000', 'https://portal.test']);
});

test('time is told as the clock reads it, and the feed at start follows the population', () => {
  const valg = readInnstillinger(
    { SIM_KLOKKE: 'frosset:2026-06-01T12:00:00Z', SIM_HENDELSER_PER_MINUTT: '0', SIM_POPULATION: '1000' },
    naa,
  );
  expect(valg.klokke).toEqual({ fart: 0, fra: Date.parse('2026-06-01T12:00:00Z') });
  expect(valg).toMatchObject({ hendelserPerMinutt: 0, hendelserVedStart: 50 });
});

test.each([
  ['SIM_KLOKKE', 'i går'],
  ['SIM_KLOKKE', 'frosset:2025-12-31'],
  ['SIM_HENDELSER_PER_MINUTT', '20001'],
  ['SIM_HENDELSER_VED_START', '-1'],
  ['SIM_PORT', '65532'],
  ['SIM_PORT', 'ni'],
  ['SIM_AUTENTISERING', 'passord'],
  ['SIM_TOKEN_LEVETID', '1'],
  ['SIM_KRR_TIDSFORMAT', '+01'],
  ['SIM_POPULATION', '99'],
  ['SIM_POPULATION', '6000001'],
  ['SIM_POPULATION', '1e5'],
  ['SIM_FROE', '-1'],
  ['SIM_GRENSE_PER_MINUTT', '-1'],
  ['SIM_RETRY_AFTER', 'min'],
  ['SIM_UTTREKK_BATCH_TILPASSET', '0'],
  ['SIM_UTTREKK_BATCH_KOMPLETT', '1000001'],
  ['SIM_UTTREKK_LEVETID_MIN', '0'],
  ['SIM_UTTREKK_VENT_MS', '2s'],
  ['SIM_PORTAL_URL', 'localhost:3000'],
  ['SIM_PORTAL_URL', 'http://localhost:3000/portal'],
])('%s=%s is refused with a sentence that names the variable', (navn, verdi) => {
  const les = () => readInnstillinger({ [navn]: verdi }, naa);
  expect(les).toThrow(Bruksfeil);
  expect(les).toThrow(new RegExp(`^${navn} må være `));
  expect(les).toThrow(`«${verdi}».`);
});

test('every variable that is read is explained by --help', () => {
  const lest = new Set<string>();
  const env = new Proxy<Record<string, string | undefined>>(
    {},
    {
      get: (_maal, navn) => {
        lest.add(String(navn));
        return undefined;
      },
    },
  );
  readInnstillinger(env, naa);
  expect([...lest].sort()).toEqual(VARIABLER.map(([navn]) => navn).sort());
});
