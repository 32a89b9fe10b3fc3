/**
 * Every form of address that the documents the product was ordered from use, and that today's register does not, leads
 * to the same resource as today's address. Curl lines are run by `curl-linjer.integration.test.ts`.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NUMMER, PROEVEBEFOLKNING } from './proeve/befolkning.ts';
import { createProevelogg, type Proevehendelse } from './proeve/hendelser.ts';
import { type Proevekall, type Proeveregister, startProeveregister } from './proeve/register.ts';

const UUID = '7d9c19b1-4125-4968-b4dc-09cbaf3ac11f';
const LOGG: Proevehendelse[] = [1, 2].map((sekvensnummer) => ({
  sekvensnummer,
  person: 0,
  folkeregisteridentifikator: NUMMER.ola,
  hendelsestype: 'personErOpprettet',
  ajourholdstidspunkt: '2026-04-10T15:06:59.244+02:00',
  tid: Date.parse('2026-04-10T15:06:59.244+02:00'),
  hendelsesdokument: `${sekvensnummer}`.repeat(32),
  persondokument: 'ab'.repeat(16),
}));

let proeve: Proeveregister;
beforeAll(async () => {
  const naa = Date.parse('2026-11-21T12:00:00Z');
  proeve = await startProeveregister(PROEVEBEFOLKNING, {
    naa: () => naa,
    hendelser: createProevelogg(LOGG, naa),
    uttrekk: { ventMs: 0 },
  });
});
afterAll(() => proeve.stop());
const get = async (sti: string, kall?: Proevekall) => {
  const { status, tekst } = await proeve.call(sti, kall);
  return { status, tekst };
};

describe('hendelsesliste', () => {
  const idag = '/folkeregisteret/offentlig-med-hjemmel/api/v1';

  test.each([
    ['the example: no root, version 1, start in the path', '/offentlig-med-hjemmel/api/1/hendelser/feed/1'],
    ['the rule: no root, no version', '/offentlig-med-hjemmel/api/hendelser/feed/1'],
    ['the start in the path of today', `${idag}/hendelser/feed/1`],
    ['the root of the curl line', '/folkregisteret/offentlig-med-hjemmel/api/v1/hendelser/feed/1'],
  ])('%s', async (_, sti) => {
    const svar = await get(sti);
    const dagens = JSON.parse((await get(`${idag}/hendelser/feed?seq=1`)).tekst);
    expect(svar.status).toBe(200);
    expect(JSON.parse(svar.tekst)).toMatchObject(dagens);
    expect(dagens).toHaveLength(2);
  });

  test('an entry by the start in the path has the two fields that only that document shows', async () => {
    const [, andre] = JSON.parse((await get('/offentlig-med-hjemmel/api/1/hendelser/feed/1')).tekst);
    expect(andre).toMatchObject({
      sekvensnummer: 2,
      skjemaversjon: '1.0',
      hendelse: { registeroppdatering: 'personErOpprettet', hendelsetype: 'personErOpprettet' },
    });
    const [idagFoerst] = JSON.parse((await get(`${idag}/hendelser/feed?seq=1`)).tekst);
    expect(Object.keys(idagFoerst)).toEqual(['sekvensnummer', 'hendelse']);
    expect(idagFoerst.hendelse).not.toHaveProperty('registeroppdatering');
  });

  test('the start in the path is from and with, and has the limits of seq', async () => {
    const sti = '/offentlig-med-hjemmel/api/1/hendelser/feed';
    expect(JSON.parse((await get(`${sti}/2`)).tekst)).toHaveLength(1);
    expect((await get(`${sti}/3`)).tekst).toBe('[]');
    expect((await get(`${sti}/9223372036854775808`)).status).toBe(400);
  });

  test('a hendelse by an id that is no longer in use is unknown, not invalid; one that is in use is found', async () => {
    const sti = '/offentlig-med-hjemmel/api/1/hendelser';
    expect((await get(`${sti}/${UUID}`)).status).toBe(404);
    const funn = await get(`${sti}/${'1'.repeat(32)}`);
    expect(funn).toEqual(await get(`${idag}/hendelser/${'1'.repeat(32)}`));
    expect(funn.status).toBe(200);
  });

  test('the HEAD of the curl line, misspelt root and no sekvensnummer, is 200; GET of the same is 400', async () => {
    for (const rot of ['folkregisteret', 'folkeregisteret']) {
      const sti = `/${rot}/offentlig-med-hjemmel/api/v1/hendelser/feed/`;
      expect(await get(sti, { metode: 'HEAD' })).toEqual({ status: 200, tekst: '' });
      expect((await get(sti)).status).toBe(400);
    }
  });
});

describe('oppslag', () => {
  const ressurser = [
    `personer/${NUMMER.ola}`,
    `personer/${NUMMER.ola}?part=status`,
    `personer/${NUMMER.ola}?part=historikk&part=identitetsgrunnlag`,
    `personer/entydigsoek?identifikasjonsnummer=${NUMMER.ola}&navn=RULLETRAPP&part=navn`,
    'personer/xsd',
  ];

  test.each([
    ['offentlig-med-hjemmel/api/v1', 'offentlig-med-hjemmel/api/v1'],
    ['offentlig-uten-hjemmel/api/v1', 'api/offentligutenhjemmel/v1'],
    ['finans-og-begrenset/api/v1', 'api/finans/v1'],
  ])('%s answers as %s', async (gammel, ny) => {
    for (const ressurs of ressurser) {
      const svar = await get(`${gammel}/${ressurs}`);
      expect(svar.status, ressurs).toBe(200);
      expect(svar).toEqual(await get(`${ny}/${ressurs}`));
    }
    expect((await get(`${gammel}/personer`, { metode: 'HEAD' })).status).toBe(200);
  });

  test('bulk with a slash at the end, with and without part', async () => {
    const post = (felt: string, verdi: string): Proevekall => ({
      metode: 'POST',
      headere: { 'content-type': 'application/json' },
      kropp: JSON.stringify({ [felt]: [verdi] }),
    });
    for (const [ressurs, felt, verdi] of [
      ['personer/bulkoppslag', 'foedselsEllerDNummer', NUMMER.ola],
      ['personer/bulkoppslag/arkiv', 'dokumentidentifikator', 'ab'.repeat(16)],
    ] as const)
      for (const query of ['', '?part=status']) {
        const sti = `offentlig-med-hjemmel/api/v1/${ressurs}`;
        const svar = await get(`${sti}/${query}`, post(felt, verdi));
        expect(svar.status).toBe(200);
        expect(JSON.parse(svar.tekst).oppslag[0]).toHaveProperty('folkeregisterperson');
        expect(svar).toEqual(await get(`${sti}${query}`, post(felt, verdi)));
      }
  });

  test('a version that a document names is found', async () => {
    const svar = await get(`offentlig-med-hjemmel/api/v1/personer/arkiv/${'ab'.repeat(16)}?part=navn`);
    expect(JSON.parse(svar.tekst).navn[0].etternavn).toBe('RULLETRAPP');
  });
});

test('uttrekk is ordered with the t missing and fetched by the name that the document gives it', async () => {
  const omh = 'offentlig-med-hjemmel/api/v1';
  const { jobbId } = JSON.parse((await get(`${omh}/uttrekk/komplet`)).tekst);
  const svar = await get(`${omh}/uttrekk/${jobbId}/batch/0`);
  expect(JSON.parse(svar.tekst).dokumentidentifikator).toEqual(['ab'.repeat(16)]);
  expect(await get(`${omh}/uttrekk/hent/${jobbId}/0`)).toEqual(svar);
  expect(await get(`${omh}/uttrekk/hent/${jobbId}/batch/0`)).toEqual(svar);
  expect((await get(`${omh}/uttrekk/hent/${jobbId}/1`)).tekst).toBe('{}');
});

test('what no document uses is nowhere: another version, another root, another package', async () => {
  for (const sti of [
    '/folkeregisteret/offentlig-med-hjemmel/api/1/personer',
    '/folkeregisteret/offentlig-med-hjemmel/api/personer',
    '/folkeregisteret/offentlig-med-hjemmel/api/v2/personer',
    '/offentlig-med-hjemmel/api/v1/personer',
    '/register/offentlig-med-hjemmel/api/v1/personer',
    '/offentlig-med-hjemmel/personer',
    '//offentlig-med-hjemmel/api/1/personer',
    '/',
    '',
  ])
    expect((await get(sti === '' ? '/?' : sti)).status, sti).toBe(404);
});
