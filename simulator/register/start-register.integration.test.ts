/** The register over real TLS: who gets in, what each address and pakke answers, and every shape of refusal. */
import { Agent, request } from 'node:https';
import { TLSSocket } from 'node:tls';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { listPakker, PAKKER } from '../kontrakt/pakker.ts';
import { getKlient } from '../pki/ensure-pki.ts';
import { NUMMER, PROEVEBEFOLKNING } from './proeve/befolkning.ts';
import { parseXml } from './proeve/parse-xml.ts';
import { type Proevekall, type Proeveregister, startProeveregister } from './proeve/register.ts';

let proeve: Proeveregister;
const logget: string[] = [];

beforeAll(async () => {
  const befolkning = {
    ...PROEVEBEFOLKNING,
    findPerson: (nummer: string) => {
      if (nummer === '99999999999') throw new TypeError(`Feil ved ${nummer}`);
      return PROEVEBEFOLKNING.findPerson(nummer);
    },
  };
  proeve = await startProeveregister(befolkning, { logg: (melding) => logget.push(melding) });
});
afterAll(() => proeve.stop());
beforeEach(() => proeve.register.resetKall());

const OMH = 'offentlig-med-hjemmel/api/v1';
const call = (sti: string, kall?: Proevekall) => proeve.call(sti, kall);
const feilmelding = (httpStatus: number, tekst: string) => ({
  httpStatus,
  alvorlighetsgrad: 'WARNING',
  feilmelding: tekst,
});

test('without a certificate, with an expired one or one from another CA nobody gets past the handshake', async () => {
  for (const klient of [null, 'utloept', 'fremmed'])
    await expect(call(`${OMH}/personer`, { klient }), `${klient}`).rejects.toThrow();
  expect(proeve.register.kall().totalt).toBe(0);
});

test('the organisation is read from organizationIdentifier and from serialNumber', async () => {
  expect((await call(`${OMH}/personer`, { klient: 'virksomhet' })).status).toBe(200);
  expect((await call(`${OMH}/personer`, { klient: 'kommune' })).status).toBe(200);
  expect(proeve.register.kall().siste.map(({ org }) => org)).toEqual(['310445002', '310445975']);
});

test('a resumed TLS session still belongs to its organisation', async () => {
  const { pki, register } = proeve;
  const agent = new Agent({ keepAlive: false, ...getKlient(pki, 'kommune'), ca: pki.ca });
  const isGjenopptatt = () =>
    new Promise<boolean>((resolve, reject) => {
      const valg = {
        host: 'localhost',
        port: register.port,
        path: `/folkeregisteret/${OMH}/personer`,
        agent,
      };
      const req = request(valg, (res) => {
        const gjenopptatt = res.socket instanceof TLSSocket && res.socket.isSessionReused();
        res.resume().on('end', () => resolve(gjenopptatt));
      });
      req.on('error', reject).end();
    });
  expect([await isGjenopptatt(), await isGjenopptatt()]).toEqual([false, true]);
  expect(register.kall().siste.map(({ org, status }) => [org, status])).toEqual([
    ['310445975', 200],
    ['310445975', 200],
  ]);
});

test('an organisation that the register does not know gets 401, before anything else', async () => {
  const svar = await call('finnes/ikke', { klient: 'ukjent' });
  expect(svar.status).toBe(401);
  expect(JSON.parse(svar.tekst)).toEqual(feilmelding(401, 'Autentisering feiler.'));
});

test('an organisation without the pakke gets 403 in the shape of the register, as JSON and as XML', async () => {
  for (const [klient, sti] of [
    ['uten-pakke', OMH],
    ['finans', OMH],
    ['kommune', 'api/finans/v1'],
  ] as const) {
    const svar = await call(`${sti}/personer/${NUMMER.ola}`, { klient });
    expect(svar.status).toBe(403);
    expect(JSON.parse(svar.tekst)).toEqual({
      ...feilmelding(403, 'Konsumenten mangler tilgang til tjenesten.'),
      feilkode: 'KonsumentManglerTilgangException',
    });
  }
  const xml = await call(`${OMH}/personer`, { klient: 'finans', headere: { accept: 'application/xml' } });
  expect(parseXml(xml.tekst).barn.map(({ navn }) => navn)).toEqual([
    'httpStatus',
    'alvorlighetsgrad',
    'feilkode',
    'feilmelding',
  ]);
});

/** Columns: OMH OUH PUH PRI PRIu FIN PRE PREu EID. By hand from freg-contract.md section 3.2. */
const FASIT: Record<string, string> = {
  personer: 'xxxxxxxxx',
  'personer/xsd': 'xxxxxxxxx',
  [`personer/entydigsoek?identifikasjonsnummer=${NUMMER.ola}&navn=FORSTÅELSESFULL%20RULLETRAPP`]: 'xxxxxxxxx',
  [`personer/${NUMMER.ola}`]: 'xxx--x--x',
  'POST personer/bulkoppslag': 'xxx--x--x',
  'POST personer/bulkoppslag/arkiv': 'x--------',
  'hendelser/feed?seq=0': 'xxxxxxxxx',
  'hendelser/feed/tilpasset?seq=0': 'xxxxxxxxx',
  'hendelser/siste/sekvensnummer': 'xxxxxxxxx',
  'hendelser/xsd': 'xxxxxxxxx',
  'hendelser/feedxsd': 'xxxxxxxxx',
  'POST hendelser/bulkoppslag': 'x--------',
};

test('every service answers in the packages that have it, at every address they have, and is 403 in the others', async () => {
  let celler = 0;
  for (const [ressurs, rad] of Object.entries(FASIT)) {
    for (const [i, pakke] of listPakker().entries()) {
      const { sti, alias }: { sti: string; alias: readonly string[] } = PAKKER[pakke];
      for (const adresse of [sti, ...alias]) {
        const [metode = '', vei = ''] = ressurs.startsWith('POST ') ? ressurs.split(' ') : ['GET', ressurs];
        const post = {
          kropp: JSON.stringify({ foedselsEllerDNummer: [NUMMER.ola], dokumentidentifikator: ['a'] }),
          headere: { 'content-type': 'application/json' },
        };
        const svar = await call(`${adresse}/v1/${vei.replace('Å', '%C3%85')}`, {
          metode,
          ...(metode === 'POST' ? post : {}),
        });
        expect(svar.status, `${ressurs} i ${adresse}`).toBe(rad[i] === 'x' ? 200 : 403);
        celler += 1;
      }
    }
  }
  expect(celler).toBe(Object.keys(FASIT).length * 11);
});

test('a lookup gives the person as JSON in the order of the register, without ETag', async () => {
  const svar = await call(`${OMH}/personer/${NUMMER.ola}?part=navn&part=status`);
  expect(svar.headere['content-type']).toBe('application/json');
  expect(svar.headere.etag).toBeUndefined();
  expect(Object.keys(JSON.parse(svar.tekst))).toEqual(['identifikasjonsnummer', 'status', 'navn']);
});

test('a historical number leads to the person who goes on', async () => {
  const svar = await call(`${OMH}/personer/${NUMMER.gammelOla}?part=navn`);
  expect(JSON.parse(svar.tekst).identifikasjonsnummer[0].foedselsEllerDNummer).toBe(NUMMER.ola);
});

test('Accept decides the format, and nothing it names gives 406', async () => {
  const type = async (headere: Proevekall['headere']) => {
    const svar = await call(`${OMH}/personer/${NUMMER.ola}`, headere ? { headere } : {});
    return [svar.status, svar.headere['content-type']];
  };
  expect(await type(undefined)).toEqual([200, 'application/json']);
  expect(await type({ accept: '' })).toEqual([200, 'application/json']);
  expect(await type({ accept: '*/*' })).toEqual([200, 'application/json']);
  expect(await type({ accept: 'application/xml' })).toEqual([200, 'application/xml']);
  expect(await type({ accept: 'application/json;q=0.5, application/xml' })).toEqual([200, 'application/xml']);
  expect(await type({ accept: 'text/html, application/xml;q=0' })).toEqual([406, 'application/json']);
  expect(await type({ accept: 'text/csv' })).toEqual([406, 'application/json']);
});

test('every person is well-formed XML with the content of its JSON', async () => {
  for (const nummer of Object.values(NUMMER)) {
    const { tekst } = await call(`${OMH}/personer/${nummer}`, { headere: { accept: 'application/xml' } });
    const json = JSON.parse((await call(`${OMH}/personer/${nummer}`)).tekst);
    expect([...new Set(parseXml(tekst).barn.map(({ navn }) => navn))]).toEqual(Object.keys(json));
  }
});

test('each fault in a request has its status and its text', async () => {
  const kall: [string, number, string][] = [
    [`${OMH}/personer/98765432109`, 404, 'Ukjent person.'],
    [`${OMH}/personer/123`, 400, 'Personidentifikator er ikke på gyldig format'],
    [`${OMH}/personer/%E0%A4%A`, 400, 'Personidentifikator er ikke på gyldig format'],
    [`${OMH}/personer/${NUMMER.ola}?part=finnesIkke`, 406, 'Ugyldig part.'],
    [`${OMH}/personer/${NUMMER.ola}?part=forholdTilSametingetsValgmanntall`, 406, 'Ugyldig part.'],
    [`api/finans/v1/personer/${NUMMER.ola}?part=opphold`, 406, 'Ugyldig part.'],
    [`${OMH}/personer/entydigsoek?navn=A%20B`, 400, 'Ugyldig parameter'],
    [
      `${OMH}/personer/entydigsoek?utenlandskpersonidentifikasjon=1`,
      400,
      'UtenlandskPersonidentifikasjon er ikke på gyldig format',
    ],
    [
      `${OMH}/personer/entydigsoek?navn=A%20INGEN&postnummer=0150`,
      404,
      'Ukjent person, eller ikke entydig treff',
    ],
    [
      `${OMH}/personer/entydigsoek?navn=A%20RULLETRAPP&postnummer=0150`,
      404,
      'Ukjent person, eller ikke entydig treff',
    ],
    [`${OMH}/personer/entydigsoek?navn=A%20LYKT&postnummer=0150&part=feil`, 406, 'Ugyldig part.'],
    [`${OMH}/ukjent`, 404, 'Feil uri brukt.'],
    ['api/brsv/v1/personer', 404, 'Feil uri brukt.'],
    ['offentlig-med-hjemmel/api/v2/personer', 404, 'Feil uri brukt.'],
  ];
  for (const [sti, status, tekst] of kall) {
    const svar = await call(sti);
    expect([svar.status, JSON.parse(svar.tekst)], sti).toEqual([status, feilmelding(status, tekst)]);
  }
});

test('a wrong method is refused', async () => {
  expect((await call(`${OMH}/personer/${NUMMER.ola}`, { metode: 'DELETE' })).status).toBe(405);
  expect((await call(`${OMH}/personer/bulkoppslag`)).status).toBe(405);
});

test('an answer to HEAD promises no body, refusals included, so that no client waits for one', async () => {
  for (const klient of ['virksomhet', 'uten-pakke', 'ukjent']) {
    const svar = await call(`${OMH}/personer`, { metode: 'HEAD', klient });
    expect([svar.headere['content-length'], svar.tekst], klient).toEqual(['0', '']);
  }
});

test('trailing slashes are tolerated', async () => {
  expect((await call(`${OMH}/personer/`)).status).toBe(200);
  expect((await call(`${OMH}/personer/${NUMMER.ola}/?part=navn`)).status).toBe(200);
});

test('a fault of the register itself is FREG-001, and its log names no number', async () => {
  const svar = await call(`${OMH}/personer/99999999999`);
  expect(svar.status).toBe(500);
  expect(JSON.parse(svar.tekst)).toEqual({
    kode: 'FREG-001',
    melding: 'Feil i tjenesten. Vennligst prøv igjen seinere.',
  });
  expect(logget).toEqual(['personer/{personidentifikator}: TypeError']);
});

test('and so is one that shows only when a row of a bulk answer is written', async () => {
  const linjer: string[] = [];
  const getDokument = (person: number) => {
    if (person > 0) throw new TypeError('Feil i dokumentet');
    return PROEVEBEFOLKNING.getDokument(person);
  };
  const oedelagt = await startProeveregister(
    { ...PROEVEBEFOLKNING, getDokument },
    { logg: (melding) => linjer.push(melding) },
  );
  const look = (numre: string[]) =>
    oedelagt.call(`${OMH}/personer/bulkoppslag`, {
      metode: 'POST',
      headere: { 'content-type': 'application/json' },
      kropp: JSON.stringify({ foedselsEllerDNummer: numre }),
    });
  expect((await look([NUMMER.ola, NUMMER.fortrolig])).status).toBe(500);
  expect((await look([NUMMER.ola])).status).toBe(200);
  expect(linjer).toEqual(['personer/bulkoppslag: TypeError']);
  expect(oedelagt.register.kall().siste.map(({ status }) => status)).toEqual([500, 200]);
  await oedelagt.stop();
});

test('entydigsoek with adressenavn alone finds only an address without husnummer', async () => {
  const soek = async (adressenavn: string) =>
    (await call(`${OMH}/personer/entydigsoek?navn=A%20RULLETRAPP&adressenavn=${adressenavn}`)).status;
  expect(await soek('Tunet')).toBe(200);
  expect(await soek('Kongens')).toBe(404);
});

test('bulkoppslag keeps order, duplicates and unknown numbers only when asked for somBestilt', async () => {
  const ukjent = '98765432109';
  const bulk = async (query: string, numre: string[]) => {
    const svar = await call(`${OMH}/personer/bulkoppslag/?part=navn${query}`, {
      metode: 'POST',
      headere: { 'content-type': 'application/json' },
      kropp: JSON.stringify({ foedselsEllerDNummer: numre }),
    });
    const { oppslag } = JSON.parse(svar.tekst);
    return oppslag.map((rad: Record<string, { feilmelding: string }>) => [
      rad.foedselsEllerDNummer,
      rad.feilmelding?.feilmelding,
    ]);
  };
  const bestilt = [NUMMER.fortrolig, ukjent, NUMMER.ola, NUMMER.gammelOla, NUMMER.fortrolig];
  expect(await bulk('&somBestilt=true', bestilt)).toEqual([
    [NUMMER.fortrolig, undefined],
    [ukjent, 'Ukjent person.'],
    [NUMMER.ola, undefined],
    [NUMMER.gammelOla, 'Ukjent person.'],
    [NUMMER.fortrolig, undefined],
  ]);
  expect(await bulk('', bestilt)).toEqual([
    [NUMMER.ola, undefined],
    [NUMMER.gammelOla, undefined],
    [NUMMER.fortrolig, undefined],
  ]);
});

test('a bulk request is read as XML by default, and refused when it is neither, too long or too large', async () => {
  const post = async (kropp: string, headere: Proevekall['headere'] = {}) =>
    (await call(`${OMH}/personer/bulkoppslag`, { metode: 'POST', kropp, headere })).status;
  const json = { 'content-type': 'application/json' };
  const liste = (antall: number) => JSON.stringify({ foedselsEllerDNummer: Array(antall).fill(NUMMER.ola) });
  expect(await post(`<r><foedselsEllerDNummer>${NUMMER.ola}</foedselsEllerDNummer></r>`)).toBe(200);
  expect(await post(liste(1000), json)).toBe(200);
  expect(await post(liste(1001), json)).toBe(400);
  expect(await post('{', json)).toBe(400);
  expect(await post(liste(1), { 'content-type': 'text/plain' })).toBe(400);
  expect(await post(' '.repeat(300_000), json)).toBe(413);
});

test('a client that goes away in the middle of its body harms nobody', async () => {
  const lukket = new Promise((resolve) => {
    const req = request({
      ...getKlient(proeve.pki, 'virksomhet'),
      host: 'localhost',
      port: proeve.register.port,
      path: `/folkeregisteret/${OMH}/personer/bulkoppslag`,
      method: 'POST',
      headers: { 'content-length': 100, 'content-type': 'application/json' },
      ca: proeve.pki.ca,
      agent: false,
    });
    req.on('error', () => {});
    req.on('close', resolve);
    req.write('{"foedsels', () => req.destroy());
  });
  await lukket;
  expect((await call(`${OMH}/personer`)).status).toBe(200);
});

test('an address that has used its minute up gets 429 and is told when the next one begins', async () => {
  const streng = await startProeveregister(PROEVEBEFOLKNING, { grense: { perMinutt: 2, enhet: 'ms' } });
  // What stands before the register turns a call away, so that none of the register's faults strikes it.
  streng.feil.start({ feil: 'bom' });
  try {
    const svar = [];
    for (let i = 0; i < 5; i += 1) svar.push(await streng.call(`${OMH}/personer`));
    const avvist = svar.filter(({ status }) => status === 429);
    // The minute may end among the five calls: then one or two more are let through.
    expect([1, 2, 3]).toContain(avvist.length);
    for (const { headere, tekst } of avvist) {
      expect(Number(headere['retry-after'])).toBeGreaterThan(0);
      expect(Number(headere['retry-after'])).toBeLessThanOrEqual(60_000);
      expect(tekst).toBe('');
    }
    const talt = streng.register.kall().teller.find(({ status }) => status === 429);
    expect(talt?.antall).toBe(avvist.length);
  } finally {
    await streng.stop();
  }
});

test('the calls are counted by template, and neither number nor address is remembered', async () => {
  await call(`${OMH}/personer/${NUMMER.ola}?part=NAVN&part=historikk`);
  await call(`api/finans/v1/personer/entydigsoek?identifikasjonsnummer=${NUMMER.ola}&navn=HEMMELIG%20NAVN`);
  await call(`${OMH}/personer/98765432109`);
  await call(`${OMH}/${NUMMER.ola}`);
  const { totalt, teller, siste } = proeve.register.kall();
  expect(totalt).toBe(4);
  expect(teller).toContainEqual({
    mal: 'personer/{personidentifikator}',
    metode: 'GET',
    status: 200,
    antall: 1,
  });
  expect(siste.map(({ mal, status, pakke, deler }) => [mal, status, pakke, deler])).toEqual([
    ['personer/{personidentifikator}', 200, 'offentlig-med-hjemmel', ['navn', 'historikk']],
    ['personer/entydigsoek', 404, 'finans', ['person-basis']],
    ['personer/{personidentifikator}', 404, 'offentlig-med-hjemmel', ['person-basis']],
    ['ukjent', 404, null, []],
  ]);
  expect(JSON.stringify(siste)).not.toMatch(/09852400284|98765432109|HEMMELIG|\?/);
});
