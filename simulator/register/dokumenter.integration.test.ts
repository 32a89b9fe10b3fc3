/** The documents of hendelser, the archive and how far the feed has come, over real TLS. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NUMMER, PROEVEBEFOLKNING } from './proeve/befolkning.ts';
import { createProevelogg } from './proeve/hendelser.ts';
import { LOGG, NAA, SISTE, toId } from './proeve/logg.ts';
import { finn, finnTekst, parseXml } from './proeve/parse-xml.ts';
import { type Proevekall, type Proeveregister, startProeveregister } from './proeve/register.ts';

const OMH = 'offentlig-med-hjemmel/api/v1';
const FINANS = 'api/finans/v1';

let proeve: Proeveregister;
beforeAll(async () => {
  proeve = await startProeveregister(PROEVEBEFOLKNING, {
    naa: () => NAA,
    hendelser: createProevelogg(LOGG, NAA),
  });
});
afterAll(() => proeve.stop());

const call = (sti: string, kall?: Proevekall) => proeve.call(sti, kall);
const getJson = async (sti: string, kall?: Proevekall) => JSON.parse((await call(sti, kall)).tekst);

test('the latest sekvensnummer is a bare number in JSON and text, and an element in XML', async () => {
  const sti = `${OMH}/hendelser/siste/sekvensnummer`;
  const get = async (accept: string) => {
    const svar = await call(sti, { headere: { accept } });
    return [svar.headere['content-type'], svar.tekst];
  };
  expect(await get('application/json')).toEqual(['application/json', `${SISTE}`]);
  expect(await get('text/plain')).toEqual(['text/plain', `${SISTE}`]);
  const [type, xml = ''] = await get('application/xml');
  expect(type).toBe('application/xml');
  const rot = parseXml(xml);
  expect(rot.attributter.xmlns).toBe('folkeregisteret:tilgjengeliggjoering:hendelse:v1');
  expect(finnTekst(rot, 'sekvensnummer')).toBe(`${SISTE}`);
});

test('before anything has happened the latest sekvensnummer is 0 and the feed is empty', async () => {
  const tom = await startProeveregister(PROEVEBEFOLKNING);
  expect((await tom.call(`${OMH}/hendelser/siste/sekvensnummer`)).tekst).toBe('0');
  expect((await tom.call(`${OMH}/hendelser/feed?seq=0`)).tekst).toBe('[]');
  const atom = await tom.call(`${OMH}/hendelser/feed?seq=0`, {
    headere: { accept: 'application/atom+xml' },
  });
  expect(finnTekst(parseXml(atom.tekst), 'updated')).toBe('1970-01-01T00:00:00.000Z');
  await tom.stop();
});

describe('the document of a hendelse', () => {
  test('has everything that was registered, as JSON and as XML in the namespace of hendelser', async () => {
    const ventet = {
      dokumentidentifikator: toId(3),
      skjemaversjon: '1.0',
      hendelse: {
        folkeregisteridentifikator: NUMMER.ola,
        hendelsestype: 'endringINavn',
        ajourholdstidspunkt: '2026-11-21T11:43:20.003+00:00',
        egenskapshendelse: LOGG[1]?.egenskapshendelser,
      },
    };
    const sti = `${OMH}/hendelser/${toId(3)}`;
    const svar = await call(sti);
    expect(JSON.parse(svar.tekst)).toEqual(ventet);
    expect(svar.headere.etag).toBeUndefined();
    const xml = parseXml((await call(sti, { headere: { accept: 'application/xml' } })).tekst);
    expect([xml.navn, xml.attributter.xmlns]).toEqual([
      'dokumentForHendelse',
      'folkeregisteret:tilgjengeliggjoering:hendelse:v1',
    ]);
    const [hendelse] = finn(xml, 'hendelse');
    expect(hendelse && finn(hendelse, 'egenskapshendelse')[0]?.barn[0]?.barn[0]?.tekst).toBe('<b>&');
  });

  test('is 404 when unknown, whatever the id looks like, and 400 when older than three years', async () => {
    for (const id of [toId(4), '7d9c19b1-4125-4968-b4dc-09cbaf3ac11f', 'x', '%00', toId(1_000_003)]) {
      const svar = await call(`${OMH}/hendelser/${id}`);
      expect([svar.status, JSON.parse(svar.tekst).feilmelding], id).toEqual([404, 'Ukjent dokumentid.']);
    }
    const gammel = await call(`${OMH}/hendelser/${toId(2)}`);
    expect([gammel.status, JSON.parse(gammel.tekst).feilmelding]).toEqual([
      400,
      'Dokumentet er mer enn tre år gammelt.',
    ]);
  });
});

const post = (ider: readonly string[]): Proevekall => ({
  metode: 'POST',
  headere: { 'content-type': 'application/json' },
  kropp: JSON.stringify({ dokumentidentifikator: ider }),
});

test('hendelser in bulk come in the order of the request, each with its document or its feilmelding', async () => {
  const { oppslag } = await getJson(
    `${OMH}/hendelser/bulkoppslag`,
    post([toId(10), 'ukjent', toId(3), toId(2), toId(10)]),
  );
  expect(oppslag).toEqual([
    { dokumentidentifikator: toId(10), hendelsedokument: await getJson(`${OMH}/hendelser/${toId(10)}`) },
    { dokumentidentifikator: 'ukjent', feilmelding: { feilmelding: 'Ukjent dokumentid.' } },
    { dokumentidentifikator: toId(3), hendelsedokument: await getJson(`${OMH}/hendelser/${toId(3)}`) },
    { dokumentidentifikator: toId(2), feilmelding: { feilmelding: 'Dokumentet er mer enn tre år gammelt.' } },
    { dokumentidentifikator: toId(10), hendelsedokument: expect.anything() },
  ]);
  const xml = await call(`${OMH}/hendelser/bulkoppslag`, {
    metode: 'POST',
    headere: { 'content-type': 'application/xml' },
    kropp: `<a><dokumentidentifikator>${toId(3)}</dokumentidentifikator></a>`,
  });
  const rot = parseXml(xml.tekst);
  expect([rot.navn, rot.attributter.xmlns]).toEqual([
    'hendelseBulkoppslagResponse',
    'folkeregisteret:tilgjengeliggjoering:hendelse:v1',
  ]);
});

test('bulk of either kind takes 1 to 1000 ids', async () => {
  for (const ressurs of ['hendelser/bulkoppslag', 'personer/bulkoppslag/arkiv']) {
    const status = async (antall: number) =>
      (await call(`${OMH}/${ressurs}`, post(Array<string>(antall).fill(toId(3))))).status;
    expect([await status(0), await status(1), await status(1_000), await status(1_001)]).toEqual([
      400, 200, 200, 400,
    ]);
  }
});

describe('the archive', () => {
  const versjon = toId(1_000_003);

  test('gives a version with the parts that are asked for, person-basis without', async () => {
    const sti = `${OMH}/personer/arkiv/${versjon}`;
    expect(Object.keys(await getJson(`${sti}?part=navn`))).toEqual(['identifikasjonsnummer', 'navn']);
    expect(await getJson(sti)).toEqual(await getJson(`${OMH}/personer/${NUMMER.ola}`));
    const xml = parseXml((await call(sti, { headere: { accept: 'application/xml' } })).tekst);
    expect(xml.navn).toBe('folkeregisterperson');
  });

  test('is 404 for an unknown id, 400 for a version superseded for three years, 406 for an invalid part', async () => {
    const get = async (vei: string) => {
      const svar = await call(`${OMH}/personer/arkiv/${vei}`);
      return [svar.status, JSON.parse(svar.tekst).feilmelding];
    };
    expect(await get(toId(3))).toEqual([404, 'Ukjent dokumentid.']);
    expect(await get(toId(1_000_002))).toEqual([400, 'Dokumentet er mer enn tre år gammelt.']);
    expect(await get(`${versjon}?part=finnesIkke`)).toEqual([406, 'Ugyldig part.']);
  });

  test('in bulk gives every id its row, and the call its parts', async () => {
    const { oppslag } = await getJson(
      `${OMH}/personer/bulkoppslag/arkiv?part=navn`,
      post([versjon, toId(3), toId(1_000_002), versjon]),
    );
    const person = await getJson(`${OMH}/personer/arkiv/${versjon}?part=navn`);
    expect(oppslag).toEqual([
      { dokumentidentifikator: versjon, folkeregisterperson: person },
      { dokumentidentifikator: toId(3), feilmelding: { feilmelding: 'Ukjent dokumentid.' } },
      {
        dokumentidentifikator: toId(1_000_002),
        feilmelding: { feilmelding: 'Dokumentet er mer enn tre år gammelt.' },
      },
      { dokumentidentifikator: versjon, folkeregisterperson: person },
    ]);
  });
});

test('the schemas of hendelser are XML whatever Accept prefers', async () => {
  for (const [ressurs, rot] of [
    ['hendelser/xsd', 'dokumentForHendelse'],
    ['hendelser/feedxsd', 'lagretHendelse'],
  ]) {
    const svar = await call(`${FINANS}/${ressurs}`, { headere: { accept: 'application/json' } });
    expect([svar.status, svar.headere['content-type']]).toEqual([200, 'application/xml']);
    expect(finn(parseXml(svar.tekst), 'xs:element')[0]?.attributter.name).toBe(rot);
  }
});
