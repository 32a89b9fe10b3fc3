/** The feed over real TLS: pages, packages, ETag, refusals and the feed of one municipality. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NUMMER, PROEVEBEFOLKNING } from './proeve/befolkning.ts';
import { createProevelogg } from './proeve/hendelser.ts';
import { createHendelse, LOGG, NAA, SISTE, toId } from './proeve/logg.ts';
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
const ATOM = { headere: { accept: 'application/atom+xml' } };

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
        hendelsesdokument: toId(3),
        persondokument: toId(1_000_003),
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
    expect([xml.navn, xml.attributter.xmlns, finnTekst(xml, 'httpStatus')]).toEqual(['error', '', '404']);
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
