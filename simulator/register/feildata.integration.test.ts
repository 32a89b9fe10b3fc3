/** Faults of data over real TLS: bulk answers, uttrekk and feed that are not what they should be. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Befolkning } from '../befolkning/befolkning.ts';
import { createLevendeBefolkning } from '../hendelser/create-levende-befolkning.ts';
import type { Feilvalg } from './feil.ts';
import { parseXml } from './proeve/parse-xml.ts';
import { type Proevekall, type Proeveregister, startProeveregister } from './proeve/register.ts';

const NAA = Date.parse('2026-06-01T10:00:00Z');
const OMH = 'offentlig-med-hjemmel/api/v1';
const BATCH = 40;

let befolkning: Befolkning;
let proeve: Proeveregister;
let numre: string[];

beforeAll(async () => {
  const levende = await createLevendeBefolkning({
    froe: 1,
    antall: 300,
    klokke: { naa: () => NAA },
    perMinutt: 0,
    vedStart: 200,
  });
  befolkning = levende.befolkning;
  numre = [100, 101, 102, 103].map((person) => befolkning.getNummer(person));
  proeve = await startProeveregister(befolkning, {
    naa: () => NAA,
    hendelser: levende.hendelser.logg,
    uttrekk: { ventMs: 0, batchTilpasset: BATCH, batchKomplett: BATCH },
  });
});
afterAll(() => proeve.stop());
afterEach(() => proeve.feil.cancel());

const start = (...valg: Feilvalg[]) => {
  for (const ett of valg) proeve.feil.start(ett);
};

async function getJson(sti: string, kall?: Proevekall) {
  const { status, tekst } = await proeve.call(`${OMH}/${sti}`, kall);
  return { status, kropp: JSON.parse(tekst) };
}

const post = (sti: string, kropp: unknown) =>
  getJson(sti, {
    metode: 'POST',
    headere: { 'content-type': 'application/json' },
    kropp: JSON.stringify(kropp),
  });

type Rad = { foedselsEllerDNummer: string; folkeregisterperson: { identifikasjonsnummer: Rad[] } };

/** What a bulk lookup of the four gives: by row, the number asked for and the one in the document. */
async function getBulk(spurt = numre) {
  const { kropp } = await post('personer/bulkoppslag?part=navn&somBestilt=true', {
    foedselsEllerDNummer: spurt,
  });
  return kropp.oppslag.map(({ foedselsEllerDNummer, folkeregisterperson }: Rad) => [
    foedselsEllerDNummer,
    folkeregisterperson.identifikasjonsnummer.at(0)?.foedselsEllerDNummer,
  ]);
}
const toRader = (...spurt: (string | undefined)[]) => spurt.map((nummer) => [nummer, nummer]);

describe('a bulk lookup', () => {
  test('bulk-mangler leaves a row out, the one at the place or the person’s', async () => {
    const [a, b, c, d] = numre;
    start({ feil: 'bulk-mangler', verdi: 1 });
    expect(await getBulk()).toEqual(toRader(a, c, d));
    proeve.feil.cancel();
    start({ feil: 'bulk-mangler', nummer: d ?? '' });
    expect(await getBulk()).toEqual(toRader(a, b, c));
  });

  test('bulk-dobbel repeats a row, bulk-byttet exchanges the content of two, and they add up', async () => {
    const [a, b, c, d] = numre;
    start({ feil: 'bulk-dobbel' });
    expect(await getBulk()).toEqual(toRader(a, a, b, c, d));
    proeve.feil.cancel();
    start({ feil: 'bulk-byttet', verdi: 3 });
    const byttet = [[a, d], ...toRader(b, c), [d, a]];
    expect(await getBulk()).toEqual(byttet);
    start({ feil: 'bulk-mangler', verdi: 0 });
    expect(await getBulk()).toEqual(byttet.slice(1));
  });

  test('a fault for one person leaves bulk calls without her alone, and does not count them', async () => {
    const [a = '', b = '', c = ''] = numre;
    start({ feil: 'status-503', nummer: a, antall: 1 });
    expect(await getBulk([b, c])).toEqual(toRader(b, c));
    const kropp = { foedselsEllerDNummer: [b, a] };
    expect((await post('personer/bulkoppslag', kropp)).status).toBe(503);
    expect((await post('personer/bulkoppslag', kropp)).status).toBe(200);
  });

  test('feil-person for one person gives her another’s document and the rest their own', async () => {
    const [a, b = '', c, d] = numre;
    start({ feil: 'feil-person', nummer: b });
    const rader = await getBulk();
    expect(rader[1][1]).not.toBe(b);
    expect(rader.toSpliced(1, 1)).toEqual(toRader(a, c, d));
  });

  test('bulk faults do nothing to a lookup, and are not used up by it', async () => {
    start({ feil: 'bulk-mangler', antall: 1 });
    expect((await getJson(`personer/${numre[0]}`)).status).toBe(200);
    expect(await getBulk()).toHaveLength(3);
    expect(await getBulk()).toHaveLength(4);
  });
});

describe('an uttrekk', () => {
  const ALLE = { personstatustyper: ['bosatt', 'utflyttet', 'doed', 'inaktiv', 'aktiv'] };
  const order = async () => (await post('uttrekk/tilpasset', ALLE)).kropp.jobbId;
  const getBatch = async (jobb: string, nr: number) => {
    const { status, kropp } = await getJson(`uttrekk/${jobb}/batch/${nr}`);
    return { status, liste: kropp.foedselsEllerDNummer ?? kropp.dokumentidentifikator ?? kropp };
  };

  test('uttrekk-fullt is what the eleventh job gets, and orders nothing', async () => {
    start({ feil: 'uttrekk-fullt' });
    for (const kall of [() => post('uttrekk/tilpasset', ALLE), () => getJson('uttrekk/komplett')]) {
      const { status, kropp } = await kall();
      expect([status, Object.keys(kropp)]).toEqual([429, ['feilmelding']]);
    }
    const svar = await proeve.call(`${OMH}/uttrekk/komplett`);
    expect(Number(svar.headere['retry-after'])).toBeGreaterThan(0);
  });

  test('batch-ikke-klar is 404 as many times as it is told, and then the batch is there', async () => {
    const jobb = await order();
    start({ feil: 'batch-ikke-klar', antall: 2 });
    const svar = [await getBatch(jobb, 0), await getBatch(jobb, 0), await getBatch(jobb, 0)];
    expect(svar.map(({ status }) => status)).toEqual([404, 404, 200]);
    expect(svar[0]?.liste).toEqual({ feilmelding: 'Uttrekket er ikke ferdig.' });
  });

  test('batch-tom is {} for that batch, and the next one has more', async () => {
    const jobb = await order();
    start({ feil: 'batch-tom', verdi: 1 });
    expect((await getBatch(jobb, 0)).liste).toHaveLength(BATCH);
    expect(await getBatch(jobb, 1)).toEqual({ status: 200, liste: {} });
    expect((await getBatch(jobb, 2)).liste).toHaveLength(BATCH);
  });

  test('status-410 has the shape of a job that is gone', async () => {
    const jobb = await order();
    start({ feil: 'status-410' });
    expect(await getBatch(jobb, 0)).toEqual({
      status: 410,
      liste: { feilmelding: 'Uttrekket finnes ikke.' },
    });
  });

  test('batch-mangler and batch-dobbel change one identifier, or the person’s in the batch that holds it', async () => {
    const jobb = await order();
    const hel = (await getBatch(jobb, 0)).liste;
    const [nummer] = (await getBatch(jobb, 1)).liste;
    start({ feil: 'batch-dobbel', verdi: 2 });
    expect((await getBatch(jobb, 0)).liste).toEqual(hel.toSpliced(2, 0, hel[2]));
    proeve.feil.cancel();
    start({ feil: 'batch-mangler', nummer, antall: 1 });
    expect((await getBatch(jobb, 0)).liste).toEqual(hel);
    const uten = (await getBatch(jobb, 1)).liste;
    expect(uten).toHaveLength(BATCH - 1);
    expect(uten).not.toContain(nummer);
  });

  test('a person is found in a komplett uttrekk by the id of her document', async () => {
    const jobb = (await getJson('uttrekk/komplett')).kropp.jobbId;
    const [a = ''] = numre;
    const nr = Math.floor(100 / BATCH);
    const hel = (await getBatch(jobb, nr)).liste;
    start({ feil: 'batch-dobbel', nummer: a });
    expect((await getBatch(jobb, nr - 1)).liste).toHaveLength(BATCH);
    const dobbel = (await getBatch(jobb, nr)).liste;
    expect(dobbel).toHaveLength(hel.length + 1);
    expect(new Set(dobbel)).toEqual(new Set(hel));
  });

  test.each([
    ['brutt-etter-behandling', 5],
    ['brutt-foer-behandling', 10],
  ] as const)('between orders that end in %s there is room for %i more of ten jobs', async (feil, ventet) => {
    const egen = await startProeveregister(befolkning);
    const bestill = () => egen.call(`${OMH}/uttrekk/komplett`);
    let hoert = 0;
    for (let status = 200; ; hoert += 1) {
      egen.feil.start({ feil });
      await expect(bestill()).rejects.toThrow(/hang up|ECONNRESET/);
      egen.feil.cancel();
      ({ status } = await bestill());
      if (status !== 200) break;
    }
    await egen.stop();
    expect(hoert).toBe(ventet);
  });
});

describe('the feed', () => {
  type Innslag = { sekvensnummer: number; hendelse: Record<string, unknown> | null };
  const getFeed = async (): Promise<Innslag[]> => (await getJson('hendelser/feed?seq=0')).kropp;
  const getAtom = async () =>
    (await proeve.call(`${OMH}/hendelser/feed?seq=0`, { headere: { accept: 'application/atom+xml' } })).tekst;
  /** What stands in every element of the name; the page is well-formed. */
  const listAtom = async (navn: string) => {
    const atom = await getAtom();
    expect(parseXml(atom).navn).toBe('feed');
    return [...atom.matchAll(new RegExp(`<ns2:${navn}>([^<]*)<`, 'g'))].map(([, tekst]) => tekst);
  };

  test('for-gammelt-sekvensnummer is 406 with the register’s words', async () => {
    start({ feil: 'for-gammelt-sekvensnummer' });
    const { status, kropp } = await getJson('hendelser/feed?seq=0');
    expect([status, kropp.feilmelding]).toEqual([406, expect.stringContaining('36 måneder')]);
    expect((await getJson('hendelser/siste/sekvensnummer')).status).toBe(200);
  });

  test('feed-hull, feed-dobbel and feed-bakover change which entries there are and how they stand', async () => {
    const hel = (await getFeed()).map(({ sekvensnummer }) => sekvensnummer);
    start({ feil: 'feed-hull', verdi: 1 }, { feil: 'feed-dobbel' }, { feil: 'feed-bakover' });
    const ventet = hel
      .toSpliced(1, 1)
      .toSpliced(0, 0, hel[0] ?? 0)
      .toReversed();
    expect((await getFeed()).map(({ sekvensnummer }) => sekvensnummer)).toEqual(ventet);
    expect(await listAtom('sekvensnummer')).toEqual(ventet.map(String));
  });

  test('feed-ugyldig leaves one entry without its hendelse, or the first of the person', async () => {
    const hel = await getFeed();
    start({ feil: 'feed-ugyldig', verdi: 2 });
    expect(await getFeed()).toEqual(
      hel.with(2, { sekvensnummer: hel[2]?.sekvensnummer ?? 0, hendelse: null }),
    );
    expect(await getAtom()).toContain('<ns2:hendelse/>');
    proeve.feil.cancel();
    const nummer = String(hel[5]?.hendelse?.folkeregisteridentifikator);
    start({ feil: 'feed-ugyldig', nummer });
    const foerste = hel.findIndex(({ hendelse }) => hendelse?.folkeregisteridentifikator === nummer);
    expect((await getFeed()).findIndex(({ hendelse }) => hendelse === null)).toBe(foerste);
  });

  test('ukjent-kode and ukjent-felt strike every entry, in JSON and Atom', async () => {
    start({ feil: 'ukjent-kode' }, { feil: 'ukjent-felt' });
    const [ett] = await getFeed();
    expect(ett?.hendelse).toMatchObject({ hendelsetype: 'endringINyEgenskap', nyOpplysning: 'ny' });
    expect(new Set(await listAtom('hendelsetype'))).toEqual(new Set(['endringINyEgenskap']));
    expect(new Set(await listAtom('nyOpplysning'))).toEqual(new Set(['ny']));
  });

  test('a bent page has no ETag, so that it does not hide the right one', async () => {
    start({ feil: 'feed-hull' });
    expect((await proeve.call(`${OMH}/hendelser/feed?seq=0`)).headere.etag).toBeUndefined();
    proeve.feil.cancel();
    expect((await proeve.call(`${OMH}/hendelser/feed?seq=0`)).headere.etag).toMatch(/^"/);
  });
});

test('ukjent-kode reaches what clients decide by, in lookups and bulk answers', async () => {
  start({ feil: 'ukjent-kode' });
  const { kropp } = await getJson(`personer/${numre[0]}?part=status&part=sivilstand&part=bostedsadresse`);
  expect(kropp.status[0].status).toBe('nyPersonstatus');
  expect(kropp.sivilstand[0].sivilstand).toBe('nySivilstand');
  const bulk = await post('personer/bulkoppslag?part=status', { foedselsEllerDNummer: numre });
  expect(bulk.kropp.oppslag[2].folkeregisterperson.status[0].status).toBe('nyPersonstatus');
});
