/** The feed as Atom over real TLS, by either name of the format. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NUMMER, PROEVEBEFOLKNING } from './proeve/befolkning.ts';
import { createProevelogg } from './proeve/hendelser.ts';
import { LOGG, NAA, SISTE, toId } from './proeve/logg.ts';
import { finn, finnTekst, parseXml } from './proeve/parse-xml.ts';
import { type Proevekall, type Proeveregister, startProeveregister } from './proeve/register.ts';

const OMH = 'offentlig-med-hjemmel/api/v1';

let proeve: Proeveregister;
beforeAll(async () => {
  proeve = await startProeveregister(PROEVEBEFOLKNING, {
    naa: () => NAA,
    hendelser: createProevelogg(LOGG, NAA),
  });
});
afterAll(() => proeve.stop());

const call = (sti: string, kall?: Proevekall) => proeve.call(sti, kall);
const ATOM = { headere: { accept: 'application/atom+xml' } };

test('has the links, ids and content of the register, by either name of the format', async () => {
  for (const accept of ['application/atom+xml', 'application/xml']) {
    const svar = await call(`${OMH}/hendelser/feed?seq=3`, { headere: { accept } });
    expect(svar.headere['content-type']).toBe('application/atom+xml');
    const feed = parseXml(svar.tekst);
    expect([feed.navn, feed.attributter.xmlns]).toEqual(['feed', 'http://www.w3.org/2005/Atom']);
    const adresse = `http://localhost:${proeve.register.port}/folkeregisteret/${OMH}/hendelser/feed`;
    expect(finnTekst(feed, 'id')).toBe(adresse);
    expect(finnTekst(feed, 'title')).toBe('Offentlig hendelsesliste');
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
  expect(finnTekst(innslag, 'title')).toBe('Hendelse');
  expect(finnTekst(innslag, 'id')).toBe(
    'tag:skatteetaten.no,2026-11-21:folkeregisteret:tilgjengeliggjoering:hendelse:v1:3',
  );
  expect(finnTekst(innslag, 'updated')).toBe('2026-11-21T11:43:20.003Z');
  const innhold = innslag && finn(innslag, 'content')[0];
  expect(innhold?.attributter).toEqual({ type: 'application/xml' });
  const [lagret] = innhold ? finn(innhold, 'ns2:lagretHendelse') : [];
  expect(finnTekst(lagret, 'ns2:sekvensnummer')).toBe('3');
  const [hendelse] = lagret ? finn(lagret, 'ns2:hendelse') : [];
  expect(hendelse?.barn.map(({ navn, tekst }) => [navn, tekst])).toEqual([
    ['ns2:folkeregisteridentifikator', NUMMER.ola],
    ['ns2:hendelsetype', 'endringINavn'],
    ['ns2:hendelsesdokument', toId(3)],
    ['ns2:persondokument', toId(1_000_003)],
    ['ns2:ajourholdstidspunkt', '2026-11-21T11:43:20.003+00:00'],
  ]);
});

test('the end of the stream has no entries and no next link, and does not change by itself', async () => {
  const svar = await call(`${OMH}/hendelser/feed?seq=${SISTE + 1}`, ATOM);
  const feed = parseXml(svar.tekst);
  expect(finn(feed, 'entry')).toEqual([]);
  expect(finn(feed, 'link').map(({ attributter }) => attributter.rel)).toEqual(['self', 'first']);
  expect(finnTekst(feed, 'updated')).toBe(new Date(NAA - 1_000_000 + SISTE).toISOString());
  expect((await call(`${OMH}/hendelser/feed?seq=${SISTE + 1}`, ATOM)).headere.etag).toBe(svar.headere.etag);
});

test('the links are those of the pakke as it lies today, whatever address was used', async () => {
  const feed = parseXml((await call('finans-og-begrenset/api/v1/hendelser/feed?seq=3', ATOM)).tekst);
  expect(finnTekst(feed, 'id')).toMatch(/\/folkeregisteret\/api\/finans\/v1\/hendelser\/feed$/);
});

test('a Host header that is no host does not reach the page', async () => {
  const svar = await call(`${OMH}/hendelser/feed?seq=${SISTE}`, {
    headere: { accept: 'application/atom+xml', host: '"><script>' },
  });
  expect(svar.tekst).not.toContain('script');
  expect(finnTekst(parseXml(svar.tekst), 'id')).toMatch(/^http:\/\/localhost\//);
});
