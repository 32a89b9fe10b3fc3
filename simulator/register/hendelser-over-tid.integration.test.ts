/**
 * The feed of a register where things happen: what a client that follows it can rely on. A year's hendelser on a small
 * population, read as a client reads them.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Befolkning } from '../befolkning/befolkning.ts';
import type { Hendelser } from '../hendelser/create-hendelser.ts';
import { createLevendeBefolkning } from '../hendelser/create-levende-befolkning.ts';
import { HENDELSESTYPER } from '../kontrakt/hendelser.ts';
import { listPakker, PAKKER } from '../kontrakt/pakker.ts';
import { parseXml } from './proeve/parse-xml.ts';
import { type Proeveregister, startProeveregister } from './proeve/register.ts';

const OMH = 'offentlig-med-hjemmel/api/v1';
const ALT = 'part=person-basis&part=historikk';

type Innslag = {
  sekvensnummer: number;
  hendelse: {
    folkeregisteridentifikator: string;
    hendelsetype: string;
    hendelsesdokument?: string;
    persondokument?: string;
  };
};

let naa = Date.parse('2026-11-21T12:00:00Z');
let befolkning: Befolkning;
let hendelser: Hendelser;
let proeve: Proeveregister;
beforeAll(async () => {
  const klokke = { naa: () => naa };
  ({ befolkning, hendelser } = await createLevendeBefolkning({
    froe: 7,
    antall: 1_000,
    klokke,
    perMinutt: 20,
    vedStart: 2_500,
  }));
  proeve = await startProeveregister(befolkning, { naa: klokke.naa, hendelser: hendelser.logg });
});
afterAll(() => proeve.stop());

const getJson = async (sti: string) => JSON.parse((await proeve.call(sti)).tekst);
const post = async (sti: string, inn: Record<string, readonly string[]>) => {
  const headere = { 'content-type': 'application/json' };
  const kropp = JSON.stringify(inn);
  return JSON.parse((await proeve.call(sti, { metode: 'POST', headere, kropp })).tekst).oppslag;
};

/** Every entry from and with `fra`, page by page until the empty one. */
async function readFeed(sti: string, fra = 0, utvalg = ''): Promise<Innslag[]> {
  const alle: Innslag[] = [];
  for (let seq = fra; ; ) {
    const side: Innslag[] = await getJson(`${sti}?seq=${seq}${utvalg}`);
    if (side.length === 0) return alle;
    alle.push(...side);
    seq = (side.at(-1)?.sekvensnummer ?? 0) + 1;
  }
}

test('the numbers rise, with gaps, to the latest one, and every type is one of the contract', async () => {
  const feed = await readFeed(`${OMH}/hendelser/feed`);
  const numre = feed.map(({ sekvensnummer }) => sekvensnummer);
  expect(numre.length).toBeGreaterThanOrEqual(2_500);
  expect(numre.every((nr, i) => i === 0 || nr > (numre[i - 1] ?? 0))).toBe(true);
  expect(numre.at(-1)).toBe(await getJson(`${OMH}/hendelser/siste/sekvensnummer`));
  expect((numre.at(-1) ?? 0) - (numre[0] ?? 0)).toBeGreaterThan(numre.length);
  for (const { hendelse } of feed) expect(Object.keys(HENDELSESTYPER)).toContain(hendelse.hendelsetype);
});

test('whoever holds the last persondokument of everybody holds the register as it is', async () => {
  const sisteVersjon = new Map<string, string | undefined>();
  for (const { hendelse } of await readFeed(`${OMH}/hendelser/feed`))
    sisteVersjon.set(hendelse.folkeregisteridentifikator, hendelse.persondokument);
  const levende = [...sisteVersjon].flatMap(([nummer, id]) => (id === undefined ? [] : [{ nummer, id }]));
  expect(levende.length).toBeGreaterThan(100);
  const ider = levende.map(({ id }) => id);
  const arkiv = await post(`${OMH}/personer/bulkoppslag/arkiv?${ALT}`, { dokumentidentifikator: ider });
  const numre = levende.map(({ nummer }) => nummer);
  const naavaerende = await post(`${OMH}/personer/bulkoppslag?somBestilt=true&${ALT}`, {
    foedselsEllerDNummer: numre,
  });
  const toPerson = (rad: { folkeregisterperson?: object }) => rad.folkeregisterperson;
  expect(arkiv.map(toPerson)).not.toContain(undefined);
  expect(arkiv.map(toPerson)).toEqual(naavaerende.map(toPerson));
});

test('every document that the feed names is there, of the same hendelse and the same person', async () => {
  const feed = (await readFeed(`${OMH}/hendelser/feed`)).slice(0, 1_000);
  const medDokument = feed.filter(({ hendelse }) => hendelse.hendelsesdokument !== undefined);
  const ider = medDokument.map(({ hendelse }) => hendelse.hendelsesdokument ?? '');
  for (const [i, { hendelsedokument }] of (
    await post(`${OMH}/hendelser/bulkoppslag`, { dokumentidentifikator: ider })
  ).entries()) {
    const { folkeregisteridentifikator, hendelsetype } = medDokument[i]?.hendelse ?? {};
    expect(hendelsedokument.hendelse).toMatchObject({
      folkeregisteridentifikator,
      hendelsestype: hendelsetype,
    });
    expect(hendelsedokument.hendelse.egenskapshendelse.length).toBeGreaterThan(0);
  }
  const versjoner = feed.flatMap(({ hendelse }) => hendelse.persondokument ?? []);
  const oppslag = await post(`${OMH}/personer/bulkoppslag/arkiv?part=identifikasjonsnummer`, {
    dokumentidentifikator: versjoner,
  });
  expect(oppslag.filter((rad: object) => !('folkeregisterperson' in rad))).toEqual([]);
  expect(feed.filter(({ hendelse }) => hendelse.hendelsetype === 'personErOppdatert').length).toBeGreaterThan(
    0,
  );
});

test('every pakke can read the feed to its end, as JSON and as Atom', async () => {
  for (const pakke of listPakker()) {
    const sti = `${PAKKER[pakke].sti}/v1/hendelser/feed`;
    const feed = await readFeed(sti);
    expect(feed.length, pakke).toBeGreaterThan(1_000);
    expect(
      feed.some(({ hendelse }) => 'persondokument' in hendelse),
      pakke,
    ).toBe(pakke === 'offentlig-med-hjemmel');
    const atom = await proeve.call(`${sti}?seq=0`, { headere: { accept: 'application/atom+xml' } });
    const innslag = parseXml(atom.tekst).barn.filter(({ navn }) => navn === 'entry');
    const numre = innslag.map(({ barn }) => barn[1]?.tekst.split(':').at(-1));
    expect(numre).toEqual(feed.slice(0, 1_000).map(({ sekvensnummer }) => `${sekvensnummer}`));
  }
});

test('the feed of one municipality is a part of the feed, in its order', async () => {
  const hele = new Set((await readFeed(`${OMH}/hendelser/feed`)).map(({ sekvensnummer }) => sekvensnummer));
  const oslo = await readFeed(`${OMH}/hendelser/feed/tilpasset`, 0, '&kommunenummer=0301');
  expect(oslo.length).toBeGreaterThan(0);
  expect(oslo.length).toBeLessThan(hele.size / 2);
  expect(oslo.every(({ sekvensnummer }) => hele.has(sekvensnummer))).toBe(true);
});

test('an empty page is 304 until time has passed, then the page is what has happened since', async () => {
  const siste: number = await getJson(`${OMH}/hendelser/siste/sekvensnummer`);
  const sti = `${OMH}/hendelser/feed?seq=${siste + 1}`;
  const { etag = '' } = (await proeve.call(sti)).headere;
  const headere = { 'if-none-match': etag };
  expect((await proeve.call(sti, { headere })).status).toBe(304);
  naa += 10 * 60_000;
  const svar = await proeve.call(sti, { headere });
  expect(svar.status).toBe(200);
  const nye: Innslag[] = JSON.parse(svar.tekst);
  expect(nye.length).toBeGreaterThanOrEqual(200);
  expect(nye.at(-1)?.sekvensnummer).toBe(await getJson(`${OMH}/hendelser/siste/sekvensnummer`));
});

test('when the feed has grown older than 36 months its start is refused and its end is not', async () => {
  const feed = await readFeed(`${OMH}/hendelser/feed`);
  const [foerste] = feed;
  const medDokument = feed.find(({ hendelse }) => hendelse.hendelsesdokument !== undefined);
  const siste: number = await getJson(`${OMH}/hendelser/siste/sekvensnummer`);
  await hendelser.setPerMinutt(0);
  naa = Date.parse('2029-06-01T12:00:00Z');
  expect((await proeve.call(`${OMH}/hendelser/feed?seq=${foerste?.sekvensnummer}`)).status).toBe(406);
  expect((await proeve.call(`${OMH}/hendelser/feed?seq=${siste}`)).status).toBe(200);
  const { hendelsesdokument } = medDokument?.hendelse ?? {};
  expect((await proeve.call(`${OMH}/hendelser/${hendelsesdokument}`)).status).toBe(400);
});
