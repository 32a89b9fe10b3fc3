/** The feed, the documents of hendelser and the archive over real TLS, on a log that holds one of everything. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NUMMER, PROEVEBEFOLKNING } from './proeve/befolkning.ts';
import type { Proevehendelse } from './proeve/hendelser.ts';
import { createProevelogg } from './proeve/hendelser.ts';
import { type Node, parseXml } from './proeve/parse-xml.ts';
import { type Proevekall, type Proeveregister, startProeveregister } from './proeve/register.ts';

const NAA = Date.parse('2026-11-21T12:00:00Z');
const OMH = 'offentlig-med-hjemmel/api/v1';
const FINANS = 'api/finans/v1';
const hex = (tall: number) => tall.toString(16).padStart(32, '0');

/** `nr` is also in the ids, so that a document says which hendelse it is of. */
const createHendelse = (nr: number, type: string, resten: Partial<Proevehendelse> = {}): Proevehendelse => {
  const tid = NAA - 1_000_000 + nr;
  return {
    sekvensnummer: nr,
    person: 0,
    folkeregisteridentifikator: NUMMER.ola,
    hendelsestype: type,
    ajourholdstidspunkt: new Date(tid).toISOString().replace('Z', '+00:00'),
    tid,
    hendelsesdokument: hex(nr),
    persondokument: hex(1_000_000 + nr),
    kommune: '0301',
    ...resten,
  };
};
const GAMMEL = Date.parse('2023-11-21T11:59:59Z');

/** Gaps after 3 and 12; more than two pages, of which every third is personErOppdatert. */
const LOGG: Proevehendelse[] = [
  createHendelse(2, 'endringINavn', { tid: GAMMEL, erstattet: GAMMEL }),
  createHendelse(3, 'endringINavn', {
    egenskapshendelser: [
      { navn: { fornavn: '<b>&', etternavn: 'LYKT' }, entitet: 'navn', entitetsendring: 'registrereNy' },
      { entitet: 'navn', entitetsendring: 'annullere' },
    ],
  }),
  createHendelse(10, 'endringIUtflytting', {
    dokument: { adressebeskyttelse: [{ erGjeldende: true, graderingsnivaa: 'fortrolig' }] },
  }),
  createHendelse(11, 'endringIFamilierelasjon', { kommune: '4601' }),
  createHendelse(12, 'personErOpphoertSomDublett'),
  ...Array.from({ length: 2_400 }, (_, i) =>
    createHendelse(20 + i, i % 3 === 0 ? 'personErOppdatert' : 'endringIBostedsadresse', {
      kommune: i % 2 === 0 ? '0301' : '4601',
    }),
  ),
].map((hendelse) => {
  const { hendelsesdokument, persondokument, ...resten } = hendelse;
  if (hendelse.hendelsestype === 'personErOppdatert' && persondokument) return { ...resten, persondokument };
  if (hendelse.hendelsestype === 'personErOpphoertSomDublett' && hendelsesdokument)
    return { ...resten, hendelsesdokument };
  return hendelse;
});
const SISTE = 2_419;

let proeve: Proeveregister;
let tom: Proeveregister;
beforeAll(async () => {
  proeve = await startProeveregister(PROEVEBEFOLKNING, {
    naa: () => NAA,
    hendelser: createProevelogg(LOGG, NAA),
  });
  tom = await startProeveregister(PROEVEBEFOLKNING);
});
afterAll(() => Promise.all([proeve.stop(), tom.stop()]));

const call = (sti: string, kall?: Proevekall) => proeve.call(sti, kall);
const getJson = async (sti: string, kall?: Proevekall) => JSON.parse((await call(sti, kall)).tekst);
const ATOM = { headere: { accept: 'application/atom+xml' } };
const finn = (node: Node, navn: string): Node[] => node.barn.filter((barn) => barn.navn === navn);
const tekst = (node: Node | undefined, navn: string) => node && finn(node, navn)[0]?.tekst;

describe('the feed as JSON', () => {
  test('is a list from and with seq, 1000 at a time, until an empty one', async () => {
    const numre: number[] = [];
    const sider: number[] = [];
    for (let seq = 3; ; ) {
      const side: { sekvensnummer: number }[] = await getJson(`${OMH}/hendelser/feed?seq=${seq}`);
      sider.push(side.length);
      if (side.length === 0) break;
      numre.push(...side.map(({ sekvensnummer }) => sekvensnummer));
      seq = (numre.at(-1) ?? 0) + 1;
    }
    expect(sider).toEqual([1_000, 1_000, 404, 0]);
    expect(numre).toEqual(LOGG.slice(1).map(({ sekvensnummer }) => sekvensnummer));
  });

  test('has the keys of the register, hendelsetype without its s among them', async () => {
    const [foerste, , , dublett, oppdatert] = await getJson(`${OMH}/hendelser/feed?seq=3`);
    expect(foerste).toEqual({
      sekvensnummer: 3,
      hendelse: {
        folkeregisteridentifikator: NUMMER.ola,
        hendelsetype: 'endringINavn',
        hendelsesdokument: hex(3),
        persondokument: hex(1_000_003),
        ajourholdstidspunkt: '2026-11-21T11:43:20.003+00:00',
      },
    });
    expect(dublett.hendelse).not.toHaveProperty('persondokument');
    expect(oppdatert.hendelse).not.toHaveProperty('hendelsesdokument');
    const svar = await call(`${OMH}/hendelser/feed?seq=3`);
    expect(svar.headere['content-type']).toBe('application/json');
  });

  test('a seq in a gap starts at the next hendelse, and one past the end gives an empty list', async () => {
    expect((await getJson(`${OMH}/hendelser/feed?seq=13`))[0].sekvensnummer).toBe(20);
    expect((await call(`${OMH}/hendelser/feed?seq=${SISTE + 1}`)).tekst).toBe('[]');
    expect((await call(`${OMH}/hendelser/feed?seq=9223372036854775807`)).tekst).toBe('[]');
    expect((await tom.call(`${OMH}/hendelser/feed?seq=0`)).tekst).toBe('[]');
  });

  test('a page is full also in a pakke that is not told of everything', async () => {
    const side = await getJson(`${FINANS}/hendelser/feed?seq=3`);
    expect(side).toHaveLength(1_000);
    const numre = side.map(({ sekvensnummer }: { sekvensnummer: number }) => sekvensnummer);
    expect(numre.slice(0, 5)).toEqual([3, 11, 12, 21, 22]);
  });

  test('each pakke is told what it may be told, by the protection at the time', async () => {
    const hendelse = async (sti: string, seq: number) =>
      (await getJson(`${sti}/hendelser/feed?seq=${seq}`))[0];
    expect(await hendelse(FINANS, 11)).toEqual({
      sekvensnummer: 11,
      hendelse: {
        folkeregisteridentifikator: NUMMER.ola,
        hendelsetype: 'endringIFamilierelasjon',
        ajourholdstidspunkt: '2026-11-21T11:43:20.011+00:00',
      },
    });
    const utenHjemmel = 'api/offentligutenhjemmel/v1';
    expect((await hendelse(utenHjemmel, 10)).hendelse.hendelsetype).toBe('endringIUtflytting');
    expect((await hendelse(utenHjemmel, 11)).hendelse.hendelsetype).toBe('endringIPerson');
    for (const sti of ['api/privat/v1', 'api/presseutenfolkeregisteridentifikator/v1'])
      expect(await hendelse(sti, 10)).toEqual({
        sekvensnummer: 11,
        hendelse: { folkeregisteridentifikator: NUMMER.ola, hendelsetype: 'endringIPerson' },
      });
  });
});

describe('the feed as Atom', () => {
  test('has the links, ids and content of the register, by either name of the format', async () => {
    for (const accept of ['application/atom+xml', 'application/xml']) {
      const svar = await call(`${OMH}/hendelser/feed?seq=3`, { headere: { accept } });
      expect(svar.headere['content-type']).toBe('application/atom+xml');
      const feed = parseXml(svar.tekst);
      expect([feed.navn, feed.attributter.xmlns]).toEqual(['feed', 'http://www.w3.org/2005/Atom']);
      const adresse = `http://localhost:${proeve.register.port}/folkeregisteret/${OMH}/hendelser/feed`;
      expect(tekst(feed, 'id')).toBe(adresse);
      expect(tekst(feed, 'title')).toBe('Offentlig hendelsesliste');
      expect(finn(feed, 'author')[0]?.barn[0]?.tekst).toBe('Skatteetaten');
      expect(finn(feed, 'link').map(({ attributter: { rel, type, href } }) => [rel, type, href])).toEqual([
        ['self', 'application/atom+xml', `${adresse}?seq=3`],
        ['first', 'application/atom+xml', `${adresse}?seq=0`],
        ['next', 'application/atom+xml', `${adresse}?seq=${(LOGG[1_000]?.sekvensnummer ?? 0) + 1}`],
      ]);
      expect(finn(feed, 'entry')).toHaveLength(1_000);
    }
  });

  test('an entry holds the hendelse in its own namespace', async () => {
    const feed = parseXml((await call(`${OMH}/hendelser/feed?seq=3`, ATOM)).tekst);
    const [innslag] = finn(feed, 'entry');
    expect(innslag?.attributter).toEqual({ 'xmlns:ns2': 'folkeregisteret:tilgjengeliggjoering:hendelse:v1' });
    expect(tekst(innslag, 'title')).toBe('Hendelse');
    expect(tekst(innslag, 'id')).toBe(
      'tag:skatteetaten.no,2026-11-21:folkeregisteret:tilgjengeliggjoering:hendelse:v1:3',
    );
    expect(tekst(innslag, 'updated')).toBe('2026-11-21T11:43:20.003Z');
    const innhold = innslag && finn(innslag, 'content')[0];
    expect(innhold?.attributter).toEqual({ type: 'application/xml' });
    const [lagret] = innhold ? finn(innhold, 'ns2:lagretHendelse') : [];
    expect(tekst(lagret, 'ns2:sekvensnummer')).toBe('3');
    const [hendelse] = lagret ? finn(lagret, 'ns2:hendelse') : [];
    expect(hendelse?.barn.map(({ navn, tekst }) => [navn, tekst])).toEqual([
      ['ns2:folkeregisteridentifikator', NUMMER.ola],
      ['ns2:hendelsetype', 'endringINavn'],
      ['ns2:hendelsesdokument', hex(3)],
      ['ns2:persondokument', hex(1_000_003)],
      ['ns2:ajourholdstidspunkt', '2026-11-21T11:43:20.003+00:00'],
    ]);
  });

  test('the end of the stream has no entries and no next link, and does not change by itself', async () => {
    const svar = await call(`${OMH}/hendelser/feed?seq=${SISTE + 1}`, ATOM);
    const feed = parseXml(svar.tekst);
    expect(finn(feed, 'entry')).toEqual([]);
    expect(finn(feed, 'link').map(({ attributter }) => attributter.rel)).toEqual(['self', 'first']);
    expect(tekst(feed, 'updated')).toBe(new Date(NAA - 1_000_000 + SISTE).toISOString());
    expect((await call(`${OMH}/hendelser/feed?seq=${SISTE + 1}`, ATOM)).headere.etag).toBe(svar.headere.etag);
  });

  test('the links are those of the pakke as it lies today, whatever address was used', async () => {
    const feed = parseXml((await call('finans-og-begrenset/api/v1/hendelser/feed?seq=3', ATOM)).tekst);
    expect(tekst(feed, 'id')).toMatch(/\/folkeregisteret\/api\/finans\/v1\/hendelser\/feed$/);
  });

  test('a Host header that is no host does not reach the page', async () => {
    const svar = await call(`${OMH}/hendelser/feed?seq=${SISTE}`, {
      headere: { accept: 'application/atom+xml', host: '"><script>' },
    });
    expect(svar.tekst).not.toContain('script');
    expect(tekst(parseXml(svar.tekst), 'id')).toMatch(/^http:\/\/localhost\//);
  });
});

describe('ETag', () => {
  test('is the SHA-512 of the page, strong, with the headers of the real one', async () => {
    const svar = await call(`${OMH}/hendelser/feed?seq=3`);
    expect(svar.headere.etag).toBe(`"${createHash('sha512').update(svar.tekst).digest('hex')}"`);
    expect(svar.headere.expires).toBe('Thu, 01 Dec 1994 16:00:00 GMT');
    expect(svar.headere['cache-control']).toBe('private');
  });

  test('in If-None-Match gives 304 without a body, alone, among others, weak or as a star', async () => {
    const sti = `${OMH}/hendelser/feed?seq=3`;
    const { etag = '' } = (await call(sti)).headere;
    for (const verdi of [etag, `"x", ${etag}`, `W/${etag}`, '*']) {
      const svar = await call(sti, { headere: { 'if-none-match': verdi } });
      expect([svar.status, svar.tekst, svar.headere.etag], verdi).toEqual([304, '', etag]);
      expect(svar.headere['content-length']).toBeUndefined();
    }
    expect((await call(sti, { headere: { 'if-none-match': '"x"' } })).status).toBe(200);
    expect((await call(sti, { headere: { ...ATOM.headere, 'if-none-match': etag } })).status).toBe(200);
  });

  test('of the last page changes when something happens', async () => {
    const logg = [createHendelse(20, 'endringINavn')];
    const voksende = await startProeveregister(PROEVEBEFOLKNING, {
      naa: () => NAA,
      hendelser: createProevelogg(logg),
    });
    const sti = `${OMH}/hendelser/feed?seq=20`;
    const { etag = '' } = (await voksende.call(sti)).headere;
    const headere = { 'if-none-match': etag };
    expect((await voksende.call(sti, { headere })).status).toBe(304);
    logg.push(createHendelse(21, 'endringINavn'));
    expect((await voksende.call(sti, { headere })).status).toBe(200);
    await voksende.stop();
  });
});

describe('refusals of the feed', () => {
  test('a seq that is missing or no int64 from 0 is 400', async () => {
    for (const query of [
      '',
      '?seq=',
      '?seq=abc',
      '?seq=-1',
      '?seq=1.5',
      '?seq=9223372036854775808',
      '?start=1',
    ])
      for (const ressurs of ['feed', 'feed/tilpasset']) {
        const svar = await call(`${OMH}/hendelser/${ressurs}${query}`);
        expect(svar.status, `${ressurs}${query}`).toBe(400);
        expect(JSON.parse(svar.tekst).feilmelding).toMatch(/seq/);
      }
  });

  test('a seq older than 36 months is 406 with the text of the register', async () => {
    for (const seq of [0, 1, 2]) {
      const svar = await call(`${OMH}/hendelser/feed?seq=${seq}`);
      expect(svar.status).toBe(406);
      expect(JSON.parse(svar.tekst)).toEqual({
        httpStatus: 406,
        alvorlighetsgrad: 'WARNING',
        feilmelding:
          'Det er oppgitt ulovlig sekvensnummer. Sekvensnummer kan ikke være mere enn 36 måneder gammelt',
      });
    }
  });

  test('a path after feed that is no sekvensnummer is 404 in the shape of the feed', async () => {
    const svar = await call(`${OMH}/hendelser/feed/siste`);
    expect([svar.status, JSON.parse(svar.tekst)]).toEqual([
      404,
      { code: 'IKKE_FUNNET', message: 'Feil uri brukt.', httpStatus: 404, feilreferanse: expect.any(String) },
    ]);
    const xml = parseXml((await call(`${OMH}/hendelser/feed/siste`, ATOM)).tekst);
    expect([xml.navn, xml.attributter.xmlns, tekst(xml, 'httpStatus')]).toEqual(['error', '', '404']);
  });

  test('Atom is accepted here and nowhere else', async () => {
    expect((await call(`${OMH}/hendelser/siste/sekvensnummer`, ATOM)).status).toBe(406);
    expect((await call(`${OMH}/personer/${NUMMER.ola}`, ATOM)).status).toBe(406);
    expect((await call(`${OMH}/hendelser/feed?seq=3`, { headere: { accept: 'text/plain' } })).status).toBe(
      406,
    );
  });
});

describe('the feed of one municipality', () => {
  test('holds its hendelser only, in full pages, and links that keep it', async () => {
    const sti = `${OMH}/hendelser/feed/tilpasset?seq=3&kommunenummer=4601`;
    const side: { sekvensnummer: number }[] = await getJson(sti);
    const ventet = LOGG.filter(({ kommune }) => kommune === '4601').slice(0, 1_000);
    expect(side.map(({ sekvensnummer }) => sekvensnummer)).toEqual(
      ventet.map(({ sekvensnummer }) => sekvensnummer),
    );
    const feed = parseXml((await call(sti, ATOM)).tekst);
    const lenker = finn(feed, 'link').map(({ attributter }) => attributter.href);
    const neste = (ventet.at(-1)?.sekvensnummer ?? 0) + 1;
    expect(lenker.map((href) => href?.replace(/^.*tilpasset/, ''))).toEqual([
      '?seq=3&kommunenummer=4601',
      '?seq=0&kommunenummer=4601',
      `?seq=${neste}&kommunenummer=4601`,
    ]);
  });

  test('is whole without kommunenummer, empty for one without hendelser and 400 for what is no number', async () => {
    const hele = await getJson(`${OMH}/hendelser/feed/tilpasset?seq=3`);
    expect(hele).toEqual(await getJson(`${OMH}/hendelser/feed?seq=3`));
    expect(await getJson(`${OMH}/hendelser/feed/tilpasset?seq=3&kommunenummer=5001`)).toEqual([]);
    expect((await call(`${OMH}/hendelser/feed/tilpasset?seq=3&kommunenummer=Oslo`)).status).toBe(400);
  });
});

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
  expect(tekst(rot, 'sekvensnummer')).toBe(`${SISTE}`);
  expect((await tom.call(sti)).tekst).toBe('0');
});

describe('the document of a hendelse', () => {
  test('has everything that was registered, as JSON and as XML in the namespace of hendelser', async () => {
    const ventet = {
      dokumentidentifikator: hex(3),
      skjemaversjon: '1.0',
      hendelse: {
        folkeregisteridentifikator: NUMMER.ola,
        hendelsestype: 'endringINavn',
        ajourholdstidspunkt: '2026-11-21T11:43:20.003+00:00',
        egenskapshendelse: LOGG[1]?.egenskapshendelser,
      },
    };
    const sti = `${OMH}/hendelser/${hex(3)}`;
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
    for (const id of [hex(4), '7d9c19b1-4125-4968-b4dc-09cbaf3ac11f', 'x', '%00', hex(1_000_003)]) {
      const svar = await call(`${OMH}/hendelser/${id}`);
      expect([svar.status, JSON.parse(svar.tekst).feilmelding], id).toEqual([404, 'Ukjent dokumentid.']);
    }
    const gammel = await call(`${OMH}/hendelser/${hex(2)}`);
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
    post([hex(10), 'ukjent', hex(3), hex(2), hex(10)]),
  );
  expect(oppslag).toEqual([
    { dokumentidentifikator: hex(10), hendelsedokument: await getJson(`${OMH}/hendelser/${hex(10)}`) },
    { dokumentidentifikator: 'ukjent', feilmelding: { feilmelding: 'Ukjent dokumentid.' } },
    { dokumentidentifikator: hex(3), hendelsedokument: await getJson(`${OMH}/hendelser/${hex(3)}`) },
    { dokumentidentifikator: hex(2), feilmelding: { feilmelding: 'Dokumentet er mer enn tre år gammelt.' } },
    { dokumentidentifikator: hex(10), hendelsedokument: expect.anything() },
  ]);
  const xml = await call(`${OMH}/hendelser/bulkoppslag`, {
    metode: 'POST',
    headere: { 'content-type': 'application/xml' },
    kropp: `<a><dokumentidentifikator>${hex(3)}</dokumentidentifikator></a>`,
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
      (await call(`${OMH}/${ressurs}`, post(Array<string>(antall).fill(hex(3))))).status;
    expect([await status(0), await status(1), await status(1_000), await status(1_001)]).toEqual([
      400, 200, 200, 400,
    ]);
  }
});

describe('the archive', () => {
  const versjon = hex(1_000_003);

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
    expect(await get(hex(3))).toEqual([404, 'Ukjent dokumentid.']);
    expect(await get(hex(1_000_002))).toEqual([400, 'Dokumentet er mer enn tre år gammelt.']);
    expect(await get(`${versjon}?part=finnesIkke`)).toEqual([406, 'Ugyldig part.']);
  });

  test('in bulk gives every id its row, and the call its parts', async () => {
    const { oppslag } = await getJson(
      `${OMH}/personer/bulkoppslag/arkiv?part=navn`,
      post([versjon, hex(3), hex(1_000_002), versjon]),
    );
    const person = await getJson(`${OMH}/personer/arkiv/${versjon}?part=navn`);
    expect(oppslag).toEqual([
      { dokumentidentifikator: versjon, folkeregisterperson: person },
      { dokumentidentifikator: hex(3), feilmelding: { feilmelding: 'Ukjent dokumentid.' } },
      {
        dokumentidentifikator: hex(1_000_002),
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
