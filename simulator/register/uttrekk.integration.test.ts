/**
 * Uttrekk over real TLS, as a client goes through it: order, wait, fetch batch by batch until `{}`, look the persons up.
 * With a population that things happen to, so that it shows what an order holds on to.
 */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Befolkning, Persondokument } from '../befolkning/befolkning.ts';
import { getObjekt, getTekst, listElementer } from '../befolkning/dokumentlesing.ts';
import type { Hendelser } from '../hendelser/create-hendelser.ts';
import { createLevendeBefolkning } from '../hendelser/create-levende-befolkning.ts';
import { hasTjeneste, listPakker, PAKKER } from '../kontrakt/pakker.ts';
import { parseXml } from './proeve/parse-xml.ts';
import { type Proevekall, type Proeveregister, startProeveregister } from './proeve/register.ts';

const NAA = Date.parse('2026-06-01T10:00:00Z');
const OMH = 'offentlig-med-hjemmel/api/v1';
const OUH = 'api/offentligutenhjemmel/v1';
const VENT = 1_000;
const TILPASSET = 40;
const KOMPLETT = 300;

let naa = NAA;
let proeve: Proeveregister;
let befolkning: Befolkning;
let hendelser: Hendelser;

beforeAll(async () => {
  ({ befolkning, hendelser } = await createLevendeBefolkning({
    froe: 1,
    antall: 1_000,
    klokke: { naa: () => naa },
    perMinutt: 0,
    vedStart: 200,
  }));
  proeve = await startProeveregister(befolkning, {
    naa: () => naa,
    hendelser: hendelser.logg,
    uttrekk: { ventMs: VENT, batchTilpasset: TILPASSET, batchKomplett: KOMPLETT, levetidMs: 60_000 },
  });
});
afterAll(() => proeve.stop());
/** Every test leaves its jobs behind; a minute later they are gone. */
afterEach(() => {
  naa += 60_000;
});

type Svar = { status: number; kropp: Record<string, unknown>; headere: Record<string, unknown> };

async function call(sti: string, kall: Proevekall = {}): Promise<Svar> {
  const { status, tekst, headere } = await proeve.call(sti, kall);
  return { status, kropp: tekst === '' ? {} : JSON.parse(tekst), headere };
}

const orderTilpasset = (kropp: unknown, pakkesti = OMH, kall: Proevekall = {}) =>
  call(`${pakkesti}/uttrekk/tilpasset`, {
    metode: 'POST',
    kropp: JSON.stringify(kropp),
    ...kall,
    headere: { 'content-type': 'application/json', ...kall.headere },
  });

const getBatch = (jobb: unknown, nr: number | string, pakkesti = OMH, kall: Proevekall = {}) =>
  call(`${pakkesti}/uttrekk/${jobb}/batch/${nr}`, kall);

/** Every batch of the job up to `{}`, when all of it is ready. */
async function listBatcher(jobb: unknown, felt: string, pakkesti = OMH): Promise<string[][]> {
  naa += 10 * VENT;
  const batcher: string[][] = [];
  for (;;) {
    const { status, kropp } = await getBatch(jobb, batcher.length, pakkesti);
    expect(status).toBe(200);
    if (Object.keys(kropp).length === 0) return batcher;
    expect(Object.keys(kropp)).toEqual([felt]);
    batcher.push(kropp[felt] as string[]);
  }
}

async function listNumre(kropp: unknown, pakkesti = OMH): Promise<string[]> {
  const { kropp: svar } = await orderTilpasset(kropp, pakkesti);
  return (await listBatcher(svar.jobbId, 'foedselsEllerDNummer', pakkesti)).flat();
}

const listAlle = () => Array.from({ length: befolkning.antall }, (_, person) => person);
/** The numbers of everybody whose document fits: what the answer is held against. */
const listVentet = (passer: (dokument: Persondokument) => boolean) =>
  listAlle()
    .filter((person) => passer(befolkning.getDokument(person)))
    .map((person) => befolkning.getNummer(person));

/** The document ids of everybody who has one as of the sekvensnummer. */
const listDokumentider = (seq: number) =>
  listAlle().flatMap((person) => hendelser.logg.findDokumentid(person, seq) ?? []);

const findGjeldende = (dokument: Persondokument, egenskap: string) =>
  listElementer(dokument, egenskap).find((element) => element.erGjeldende === true) ?? {};
const hasStatus = (dokument: Persondokument, status: string) =>
  getTekst(findGjeldende(dokument, 'status'), 'status') === status;
const getBostedskommune = (dokument: Persondokument): string => {
  const bosted = findGjeldende(dokument, 'bostedsadresse');
  return (
    getTekst(getObjekt(bosted, 'vegadresse'), 'kommunenummer') ||
    getTekst(getObjekt(getObjekt(bosted, 'matrikkeladresse'), 'matrikkelnummer'), 'kommunenummer') ||
    getTekst(getObjekt(bosted, 'ukjentBosted'), 'bostedskommune')
  );
};

test('a tilpasset uttrekk gives the numbers in batches, 404 until ready, and {} past the last one', async () => {
  const { status, kropp } = await orderTilpasset({ personstatustyper: ['doed'] });
  expect(status).toBe(200);
  expect(kropp).toEqual({ jobbId: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) });
  const venter = await getBatch(kropp.jobbId, 0);
  expect([venter.status, venter.kropp]).toEqual([404, { feilmelding: expect.stringMatching(/./) }]);
  naa += VENT;
  expect((await getBatch(kropp.jobbId, 0)).status).toBe(200);
  expect((await getBatch(kropp.jobbId, 1)).status).toBe(404);
  const batcher = await listBatcher(kropp.jobbId, 'foedselsEllerDNummer');
  expect(batcher.length).toBeGreaterThan(1);
  expect(batcher.slice(0, -1).every(({ length }) => length === TILPASSET)).toBe(true);
  expect(batcher.flat().toSorted()).toEqual(listVentet((dokument) => hasStatus(dokument, 'doed')).toSorted());
});

test('the criteria hold together, in both forms of the municipality', async () => {
  const iOslo = listVentet(
    (dokument) => hasStatus(dokument, 'bosatt') && getBostedskommune(dokument) === '0301',
  ).toSorted();
  expect(iOslo.length).toBeGreaterThan(10);
  const kommune = { bostedskommunenummer: '0301' };
  const nested = await listNumre({ personstatustyper: ['bosatt'], kommunenummer: kommune });
  expect(nested.toSorted()).toEqual(iOslo);
  expect(await listNumre({ personstatustyper: ['bosatt'], ...kommune })).toEqual(nested);
  const kvinner = await listNumre({
    personstatustyper: ['bosatt'],
    ...kommune,
    kjoenn: 'kvinne',
    foedselsaarFraOgMed: '1950',
    foedselsaarTilOgMed: '1999',
    sivilstandstype: 'gift',
    statsborgerskap: 'NOR',
  });
  const ventet = listVentet((dokument) => {
    const aar = Number(getTekst(findGjeldende(dokument, 'foedsel'), 'foedselsaar'));
    return (
      hasStatus(dokument, 'bosatt') &&
      getBostedskommune(dokument) === '0301' &&
      getTekst(findGjeldende(dokument, 'kjoenn'), 'kjoenn') === 'kvinne' &&
      aar >= 1950 &&
      aar <= 1999 &&
      getTekst(findGjeldende(dokument, 'sivilstand'), 'sivilstand') === 'gift' &&
      listElementer(dokument, 'statsborgerskap').some(
        (e) => e.erGjeldende === true && e.statsborgerskap === 'NOR',
      )
    );
  });
  expect(kvinner.toSorted()).toEqual(ventet.toSorted());
});

test('aktiv covers the four statuses that nobody else sees, and no more', async () => {
  const skjulte = ['midlertidig', 'ikkeBosatt', 'forsvunnet', 'foedselsregistrert'];
  const ventet = listVentet((dokument) => skjulte.some((status) => hasStatus(dokument, status)));
  expect(ventet.length).toBeGreaterThan(0);
  for (const sti of [OMH, OUH])
    expect((await listNumre({ personstatustyper: ['aktiv'] }, sti)).toSorted()).toEqual(ventet.toSorted());
});

test('nobody is found by a protected address outside offentlig-med-hjemmel', async () => {
  const fortrolig = befolkning.scenariopersoner.find(({ navn }) => navn === 'fortrolig')?.nummer ?? '';
  const person = befolkning.findPerson(fortrolig) ?? -1;
  const kropp = {
    personstatustyper: ['bosatt'],
    kommunenummer: { bostedskommunenummer: getBostedskommune(befolkning.getDokument(person)) },
  };
  expect(await listNumre(kropp)).toContain(fortrolig);
  expect(await listNumre(kropp, OUH)).not.toContain(fortrolig);
  expect(await listNumre({ personstatustyper: ['bosatt'] }, OUH)).toContain(fortrolig);
});

test('what happens after the order changes neither tilpasset nor komplett', async () => {
  const foer = hendelser.logg.siste();
  const ider = listDokumentider(foer);
  const tilpasset = await orderTilpasset({ personstatustyper: ['bosatt'] });
  const komplett = await call(`${OMH}/uttrekk/komplett`);
  const bosatte = listVentet((dokument) => hasStatus(dokument, 'bosatt'));
  const nummer = bosatte.at(-1) ?? '';
  expect(await hendelser.bestill('doedsfall', befolkning.findPerson(nummer) ?? -1)).not.toEqual([]);
  expect(hasStatus(befolkning.getDokument(befolkning.findPerson(nummer) ?? -1), 'doed')).toBe(true);
  const numre = (await listBatcher(tilpasset.kropp.jobbId, 'foedselsEllerDNummer')).flat();
  expect(numre.toSorted()).toEqual(bosatte.toSorted());
  const batcher = await listBatcher(komplett.kropp.jobbId, 'dokumentidentifikator');
  expect(batcher).toHaveLength(Math.ceil(befolkning.antall / KOMPLETT));
  expect(batcher.flat()).toEqual(ider);
  expect(await listNumre({ personstatustyper: ['bosatt'] })).not.toContain(nummer);
});

test('komplett goes up to the given sekvensnummer, at most the latest, and its documents are in the archive', async () => {
  const siste = hendelser.logg.siste();
  const midt = hendelser.logg.list(0, 120).at(-1)?.sekvensnummer ?? 0;
  const fetch = async (seq: number) => {
    const { kropp } = await call(`${OMH}/uttrekk/komplett?feedsekvensnr=${seq}`);
    return (await listBatcher(kropp.jobbId, 'dokumentidentifikator')).flat();
  };
  expect(await fetch(midt)).toEqual(listDokumentider(midt));
  expect(listDokumentider(midt)).not.toEqual(listDokumentider(siste));
  const ider = await fetch(siste + 1_000);
  expect(ider).toEqual(listDokumentider(siste));
  const arkiv = await call(`${OMH}/personer/bulkoppslag/arkiv`, {
    metode: 'POST',
    headere: { 'content-type': 'application/json' },
    kropp: JSON.stringify({ dokumentidentifikator: ider }),
  });
  const oppslag = arkiv.kropp.oppslag as { folkeregisterperson?: Persondokument }[];
  expect(
    oppslag.map((rad) =>
      getTekst(findGjeldende(rad.folkeregisterperson ?? {}, 'identifikasjonsnummer'), 'foedselsEllerDNummer'),
    ),
  ).toEqual(
    listAlle()
      .filter((person) => hendelser.logg.findDokumentid(person, siste) !== undefined)
      .map((person) => befolkning.getNummer(person)),
  );
});

test('whoever has ended as a dublett by then has no document, and the batch is one short', async () => {
  let endte = 0;
  for (const person of listAlle())
    if (endte === 0) endte = (await hendelser.bestill('dublett', person)).length;
  expect(endte).toBe(2);
  const { kropp } = await call(`${OMH}/uttrekk/komplett`);
  const batcher = await listBatcher(kropp.jobbId, 'dokumentidentifikator');
  const borte = listAlle().filter(
    (en) => hendelser.logg.findDokumentid(en, hendelser.logg.siste()) === undefined,
  );
  expect(borte.length).toBeGreaterThan(0);
  expect(batcher.flat()).toHaveLength(befolkning.antall - borte.length);
});

test.each([
  [{}, 'personstatustyper mangler'],
  [{ personstatustyper: ['bosatt'], kjoenn: 'annet' }, 'kjoenn er ikke på gyldig format'],
])('an order that the contract does not know (%j) is 400 with the reason', async (kropp, feilmelding) => {
  const svar = await orderTilpasset(kropp);
  expect([svar.status, svar.kropp]).toEqual([400, { feilmelding }]);
});

test('the body is JSON only, whatever Content-Type says; without one it is read as JSON', async () => {
  const order = (kropp: string, headere: Record<string, string>) =>
    proeve.call(`${OMH}/uttrekk/tilpasset`, { metode: 'POST', kropp, headere });
  const xml = await order('<personstatustyper>bosatt</personstatustyper>', {
    'content-type': 'application/xml',
    accept: 'application/json',
  });
  expect([xml.status, JSON.parse(xml.tekst)]).toEqual([400, { feilmelding: 'Innholdet må være JSON' }]);
  expect((await order('{"personstatustyper":["bosatt"]}', {})).status).toBe(200);
  expect((await order('{"personstatustyper":', { 'content-type': 'application/json' })).status).toBe(400);
});

test('every answer comes as XML too', async () => {
  const accept = { accept: 'application/xml' };
  const get = async (sti: string, kall: Proevekall = {}) => {
    const { headere, tekst } = await proeve.call(sti, { ...kall, headere: { ...accept, ...kall.headere } });
    expect(headere['content-type']).toBe('application/xml');
    return parseXml(tekst);
  };
  const jobb = await get(`${OMH}/uttrekk/komplett`);
  expect(jobb.barn.map(({ navn }) => [jobb.navn, navn])).toEqual([['uttrekkJobbResponse', 'jobbId']]);
  const batch = (nr: number) => get(`${OMH}/uttrekk/${jobb.barn[0]?.tekst}/batch/${nr}`);
  expect((await batch(0)).barn.map(({ navn }) => navn)).toEqual(['feilmelding']);
  naa += 10 * VENT;
  const data = await batch(0);
  expect(new Set(data.barn.map(({ navn }) => navn))).toEqual(new Set(['dokumentidentifikator']));
  const slutt = await batch(4);
  expect([slutt.navn, slutt.barn]).toEqual(['uttrekkDataResponse', []]);
});

test('a job that does not exist is 410, and so is somebody else’s; a batch number that is none is 400', async () => {
  const { kropp } = await call(`${OMH}/uttrekk/komplett`);
  naa += 10 * VENT;
  const gone = { feilmelding: expect.stringMatching(/./) };
  for (const svar of [
    await getBatch('00000000-0000-4000-8000-000000000000', 0),
    await getBatch('ingen-uuid', 0),
    await getBatch(kropp.jobbId, 0, OMH, { klient: 'kommune' }),
    await getBatch(kropp.jobbId, 0, OUH),
  ])
    expect([svar.status, svar.kropp]).toEqual([410, gone]);
  for (const nr of ['-1', '1.5', 'siste', '%20'])
    expect((await getBatch(kropp.jobbId, nr)).status, nr).toBe(400);
  expect((await call(`${OMH}/uttrekk/komplett?feedsekvensnr=siste`)).status).toBe(400);
  expect((await getBatch(kropp.jobbId, 0)).status).toBe(200);
});

test('the eleventh running job is 429 with Retry-After; another organisation has its own ten', async () => {
  const jobber: unknown[] = [];
  for (let i = 0; i < 10; i += 1) jobber.push((await call(`${OMH}/uttrekk/komplett`)).kropp.jobbId);
  const ellevte = await orderTilpasset({ personstatustyper: ['bosatt'] }, OUH);
  expect([ellevte.status, ellevte.headere['retry-after']]).toEqual([429, '15000']);
  expect(ellevte.kropp).toEqual({ feilmelding: expect.stringMatching(/./) });
  expect((await call(`${OMH}/uttrekk/komplett`, { klient: 'kommune' })).status).toBe(200);
  await listBatcher(jobber[0], 'dokumentidentifikator');
  expect((await orderTilpasset({ personstatustyper: ['bosatt'] }, OUH)).status).toBe(200);
});

test('a pakke has the uttrekk that the contract gives it, and is refused the rest', async () => {
  let med = 0;
  for (const pakke of listPakker()) {
    const sti = `${PAKKER[pakke].sti}/v1`;
    const tilpasset = await orderTilpasset({ personstatustyper: ['doed'] }, sti);
    expect(tilpasset.status, pakke).toBe(hasTjeneste(pakke, 'uttrekkTilpasset') ? 200 : 403);
    expect((await call(`${sti}/uttrekk/komplett`)).status, pakke).toBe(
      hasTjeneste(pakke, 'uttrekkKomplett') ? 200 : 403,
    );
    if (tilpasset.status !== 200) continue;
    med += 1;
    const batcher = await listBatcher(tilpasset.kropp.jobbId, 'foedselsEllerDNummer', sti);
    expect(batcher.flat().toSorted()).toEqual(
      listVentet((dokument) => hasStatus(dokument, 'doed')).toSorted(),
    );
  }
  expect(med).toBe(5);
});
