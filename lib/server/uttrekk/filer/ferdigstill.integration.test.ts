/** F-03, F-07, F-12: what is in the files is what the register said of the persons, each once, and nothing else. */
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { streamXlsxRows } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parsePerson } from '#lib/domain/person/parse-person.ts';
import { maskPerson } from '#lib/domain/person/skjerming.ts';
import { createDokument, listBlader } from '#lib/domain/person/test-dokument.ts';
import type { Bestilling } from '#lib/domain/uttrekk/bestilling.ts';
import { createFlat } from '#lib/domain/uttrekk/felter/flat-person.ts';
import { getUttrekksfelter, UTTREKKSFELTER } from '#lib/domain/uttrekk/felter/uttrekksfelter.ts';
import { unwrapNoekkel } from './container.ts';
import { type Delpost, writeDelfil } from './deler.ts';
import { askDuckdb } from './duckdb.ts';
import { isMedlem } from './medlemskap.ts';
import { BESTILLING, createTestmappe, FIL_KEY, finish, readFil, toRef, writeDeler } from './test-uttrekk.ts';

const toNummer = (nr: number): string => `018190${String(nr).padStart(5, '0')}`;

/** A person with her own number and nothing hidden. */
function createPost(nr: number, dokument: object = {}): Delpost {
  const nummer = toNummer(nr);
  return {
    id: nummer,
    dokument: {
      identifikasjonsnummer: [{ erGjeldende: true, foedselsEllerDNummer: nummer, status: 'iBruk' }],
      navn: [{ erGjeldende: true, fornavn: `Ola${nr}`, etternavn: 'Nordmann' }],
      foedsel: [{ erGjeldende: true, foedselsdato: '1990-02-03' }],
      ...dokument,
    },
  };
}

/** RFC 4180 with `;`: every line as its cells. */
function parseCsv(bytes: Buffer): string[][] {
  const tekst = bytes.toString('utf8');
  expect(tekst.startsWith('\ufeff')).toBe(true);
  const rader: string[][] = [[]];
  for (const [, sitert, bar = '', skille] of tekst
    .slice(1)
    .matchAll(/(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r\n|$)/g)) {
    if (skille === '' && bar === '' && sitert === undefined) break;
    rader.at(-1)?.push(sitert?.replaceAll('""', '"') ?? bar);
    if (skille === '\r\n') rader.push([]);
  }
  return rader.slice(0, -1);
}

async function parseXlsx(bytes: Buffer): Promise<unknown[][]> {
  const rader: unknown[][] = [];
  // A row without a value is not written; its place is.
  for await (const rad of streamXlsxRows(bytes)) rader[rad.index] = rad.values;
  return rader;
}

let instance: DuckDBInstance;
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:');
});
afterAll(() => instance.closeSync());

async function parseParquet(
  bytes: Buffer,
): Promise<{ kolonner: string[]; typer: string[]; rader: unknown[][] }> {
  const sti = path.join(tmpdir(), `proeve-${process.pid}.parquet`);
  await writeFile(sti, bytes);
  const connection = await instance.connect();
  const svar = await connection.runAndReadAll(`select * from read_parquet('${sti}')`);
  const rader = svar.getRowsJson();
  connection.closeSync();
  return { kolonner: svar.columnNames(), typer: svar.columnTypes().map(String), rader };
}

const parseNdjson = (bytes: Buffer): Record<string, unknown>[] =>
  bytes
    .toString('utf8')
    .split('\n')
    .slice(0, -1)
    .map((linje) => JSON.parse(linje));

describe('the files of an uttrekk', () => {
  it('hold every person once, in the order of the parts, in every format', async () => {
    await using mappe = await createTestmappe();
    const deler = [
      [createPost(1), createPost(2), { id: toNummer(3), dokument: null }],
      [],
      [createPost(2, { navn: [{ erGjeldende: true, etternavn: 'Senere' }] }), createPost(4), createPost(1)],
    ];
    const { adresser, resultater } = await writeDeler(mappe, BESTILLING, deler);
    const ferdig = await finish(mappe, BESTILLING, adresser);
    expect(resultater.map(({ levert, ikkeLevert }) => [levert, ikkeLevert])).toEqual([
      [2, 1],
      [0, 0],
      [3, 0],
    ]);
    expect(ferdig).toMatchObject({ dubletter: 2, utelatt: [] });
    const kolonner = ['nummer.identifikasjonsnummer', 'navn.heltNavn', 'foedsel.foedselsdato'];
    const rader = [1, 2, 4].map((nr) => [toNummer(nr), `Ola${nr} Nordmann`, '1990-02-03']);
    expect(ferdig.filer.map((fil) => fil.rader)).toEqual([3, 3, 3, 3]);
    expect(parseCsv(await readFil(mappe, ferdig, 'csv'))).toEqual([kolonner, ...rader]);
    expect(await parseXlsx(await readFil(mappe, ferdig, 'xlsx'))).toEqual([kolonner, ...rader]);
    expect(parseNdjson(await readFil(mappe, ferdig, 'ndjson')).map((rad) => Object.values(rad))).toEqual(
      rader,
    );
    const parquet = await parseParquet(await readFil(mappe, ferdig, 'parquet'));
    expect(parquet).toEqual({ kolonner, typer: ['VARCHAR', 'VARCHAR', 'DATE'], rader });
  });

  it('F-11: are not made of fewer persons than are given out, however many rows they have', async () => {
    await using mappe = await createTestmappe();
    const rader = (personer: number) => Array.from({ length: 25 }, (_, i) => createPost(i % personer));
    const { adresser } = await writeDeler(mappe, BESTILLING, [rader(19)]);
    await expect(finish(mappe, BESTILLING, adresser, { avFaa: 'avslaa' })).rejects.toMatchObject({
      kode: 'FOR_FAA_PERSONER',
    });
    expect(existsSync(path.join(mappe.sti, 'fil'))).toBe(false);
    expect((await finish(mappe, BESTILLING, adresser)).rader).toBe(19);
    await using andre = await createTestmappe();
    const nok = await writeDeler(andre, BESTILLING, [rader(20)]);
    expect(await finish(andre, BESTILLING, nok.adresser, { avFaa: 'avslaa' })).toMatchObject({
      rader: 20,
      dubletter: 5,
    });
  });

  it('hold every person of many parts, and so do the pictures, though parts lie in the same memory', async () => {
    await using mappe = await createTestmappe();
    const bestilling: Bestilling = { ...BESTILLING, formater: ['csv', 'parquet'] };
    // More in each part than a pipe takes at once.
    const lang = 'x'.repeat(6_000);
    const deler = Array.from({ length: 12 }, (_, del) =>
      Array.from({ length: 200 }, (__, i) =>
        createPost(del * 200 + i, {
          navn: [{ erGjeldende: true, fornavn: lang }],
          kjoenn: [{ erGjeldende: true, kjoenn: `del${del}` }],
          sivilstand: [{ erGjeldende: true, sivilstand: lang }],
        }),
      ),
    );
    const { adresser } = await writeDeler(mappe, bestilling, deler);
    const ferdig = await finish(mappe, bestilling, adresser);
    const numre = deler.flat().map(({ id }) => id);
    const csv = parseCsv(await readFil(mappe, ferdig, 'csv')).slice(1);
    expect(csv.map(([nummer]) => nummer)).toEqual(numre);
    const { rader } = await parseParquet(await readFil(mappe, ferdig, 'parquet'));
    expect(rader.map(([nummer]) => nummer)).toEqual(numre);
    const kjoenn = ferdig.fordelinger.find(({ navn }) => navn === 'kjoenn');
    expect(kjoenn?.grupper.map(({ antall }) => antall)).toEqual(deler.map(({ length }) => length));
  });

  it('are files also of nobody', async () => {
    await using mappe = await createTestmappe();
    const { adresser } = await writeDeler(mappe, BESTILLING, [[]]);
    const ferdig = await finish(mappe, BESTILLING, adresser);
    expect(parseCsv(await readFil(mappe, ferdig, 'csv'))).toHaveLength(1);
    expect((await parseParquet(await readFil(mappe, ferdig, 'parquet'))).rader).toEqual([]);
    expect((await readFil(mappe, ferdig, 'ndjson')).length).toBe(0);
    expect(ferdig.medlemskap.antall).toBe(0);
  });

  it('are byte for byte the same when finished again, and when the parts were fetched again', async () => {
    await using mappe = await createTestmappe();
    const poster = Array.from({ length: 300 }, (_, i) => createPost(i % 280));
    const deler = [poster.slice(0, 100), poster.slice(100, 200), poster.slice(200)];
    const { adresser } = await writeDeler(mappe, BESTILLING, deler);
    const summer = async () => {
      const { filer, dubletter } = await finish(mappe, BESTILLING, adresser);
      return [dubletter, ...filer.map(({ sjekksum }) => sjekksum.toString('hex'))];
    };
    const foerst = await summer();
    await writeDeler(mappe, BESTILLING, deler);
    expect(await summer()).toEqual(foerst);
    expect(foerst[0]).toBe(20);
  });

  it('hold nobody who is graded, and no adressebeskyttelse of anybody', async () => {
    await using mappe = await createTestmappe();
    const bosted = { erGjeldende: true, vegadresse: { adressenavn: 'Hemmelig gate' } };
    const gradert = (nr: number, graderingsnivaa: string) =>
      createPost(nr, {
        adressebeskyttelse: [{ erGjeldende: true, graderingsnivaa }],
        bostedsadresse: [bosted],
      });
    const poster = [
      gradert(1, 'fortrolig'),
      gradert(2, 'strengtFortrolig'),
      gradert(3, 'nyGradering'),
      createPost(4, { adressebeskyttelse: [{ graderingsnivaa: 'fortrolig' }], bostedsadresse: [bosted] }),
      createPost(5, { bostedsadresse: [{ ...bosted, adressegradering: 'klientadresse' }] }),
      createPost(6, { adressebeskyttelse: [{ erGjeldende: false, graderingsnivaa: 'fortrolig' }] }),
    ];
    for (const innhold of [
      { slag: 'felter', felter: UTTREKKSFELTER.map(({ id }) => id), perDato: null },
      { slag: 'dokumenter' },
      { slag: 'identifikatorer' },
    ] as const) {
      const bestilling: Bestilling = { ...BESTILLING, innhold, formater: ['ndjson', 'csv'] };
      const { adresser, resultater } = await writeDeler(mappe, bestilling, [poster]);
      const ferdig = await finish(mappe, bestilling, adresser);
      expect(resultater).toMatchObject([{ levert: 2, ikkeLevert: 4 }]);
      for (const format of ['ndjson', 'csv']) {
        const tekst = (await readFil(mappe, ferdig, format)).toString('utf8');
        for (const nr of [1, 2, 3, 4]) expect(tekst).not.toContain(toNummer(nr));
        expect(tekst).not.toMatch(/Hemmelig|fortrolig|beskyttelse|klientadresse/i);
        expect(tekst).toContain(toNummer(5));
      }
    }
  });
});

describe('content', () => {
  const felter = UTTREKKSFELTER.map(({ id }) => id);

  it('of random documents is what the register said, cell by cell, in every format', async () => {
    await using mappe = await createTestmappe();
    const poster: Delpost[] = Array.from({ length: 60 }, (_, i) => ({
      id: toNummer(i),
      dokument: createDokument(i + 1, { utenGradering: true }),
    }));
    for (const perDato of [null, '1951-03-04']) {
      const bestilling: Bestilling = { ...BESTILLING, innhold: { slag: 'felter', felter, perDato } };
      const { adresser } = await writeDeler(mappe, bestilling, [poster.slice(0, 25), poster.slice(25)]);
      const ferdig = await finish(mappe, bestilling, adresser);
      const flat = createFlat(getUttrekksfelter(felter), bestilling.pakke, perDato);
      const rader = poster.map(({ dokument }) => flat(maskPerson(parsePerson(dokument), 'ingen').person));
      expect(rader.flat().filter((celle) => celle !== null).length).toBeGreaterThan(300);
      expect(parseNdjson(await readFil(mappe, ferdig, 'ndjson')).map((rad) => Object.values(rad))).toEqual(
        rader,
      );
      const tekst = rader.map((rad) => rad.map((celle) => String(celle ?? '')));
      expect(parseCsv(await readFil(mappe, ferdig, 'csv')).slice(1)).toEqual(tekst);
      const [, ...ark] = await parseXlsx(await readFil(mappe, ferdig, 'xlsx'));
      expect(tekst.map((_, nr) => felter.map((__, i) => String(ark[nr]?.[i] ?? '')))).toEqual(tekst);
      expect((await parseParquet(await readFil(mappe, ferdig, 'parquet'))).rader).toEqual(rader);
    }
  });

  it('of a file of documents is every leaf that was delivered', async () => {
    await using mappe = await createTestmappe();
    const bestilling: Bestilling = {
      ...BESTILLING,
      innhold: { slag: 'dokumenter' },
      formater: ['ndjson', 'parquet'],
    };
    const dokumenter = Array.from({ length: 40 }, (_, i) => createDokument(i + 100, { utenGradering: true }));
    const poster = dokumenter.map((dokument, i) => ({ id: toNummer(i), dokument }));
    const { adresser } = await writeDeler(mappe, bestilling, [poster]);
    const ferdig = await finish(mappe, bestilling, adresser);
    const lest = parseNdjson(await readFil(mappe, ferdig, 'ndjson'));
    const iPakken = ({ egenskap }: { egenskap: string }) =>
      !['forholdTilSametingetsValgmanntall', 'oppholdPaaSvalbard'].includes(egenskap);
    expect(lest.map(listBlader)).toEqual(dokumenter.map((dokument) => listBlader(dokument).filter(iPakken)));
    const { rader } = await parseParquet(await readFil(mappe, ferdig, 'parquet'));
    expect(rader.map(([nummer, dokument]) => [nummer, JSON.parse(String(dokument))])).toEqual(
      lest.map((dokument, i) => [toNummer(i), dokument]),
    );
  });

  it('that is hostile or odd comes through as the text it is', async () => {
    await using mappe = await createTestmappe();
    const navn = [
      '=HYPERLINK("http://x")',
      '＝1',
      'a\tb',
      'to\nlinjer',
      'cr\r\nlf',
      '"sitert"',
      "\\N'",
      'bom\ufeff',
      ' foran',
      'NULL',
      'å😀',
      ';',
      '\u0001x',
      'a|b',
      '\\"',
      '#',
    ];
    const poster = navn.map((fornavn, i) => createPost(i, { navn: [{ erGjeldende: true, fornavn }] }));
    const { adresser } = await writeDeler(mappe, BESTILLING, [poster]);
    const ferdig = await finish(mappe, BESTILLING, adresser);
    const { rader } = await parseParquet(await readFil(mappe, ferdig, 'parquet'));
    expect(rader.map((rad) => rad[1])).toEqual(navn);
    expect(parseNdjson(await readFil(mappe, ferdig, 'ndjson')).map((rad) => rad['navn.heltNavn'])).toEqual(
      navn,
    );
    const csv = parseCsv(await readFil(mappe, ferdig, 'csv'))
      .slice(1)
      .map((rad) => rad[1]);
    expect(csv.map((celle) => celle?.replaceAll("'", ''))).toEqual(navn.map((en) => en.replaceAll("'", '')));
    expect(csv.filter((celle) => /^\s*[=＝]/.test(celle ?? ''))).toEqual([]);
    const [, ...ark] = await parseXlsx(await readFil(mappe, ferdig, 'xlsx'));
    expect(ark.map((rad) => rad[1])).toEqual(navn.map((en) => en.replace('\u0001', '\ufffd')));
  });

  it('a date that is no day is as registered in text, and none in Parquet', async () => {
    await using mappe = await createTestmappe();
    const { adresser } = await writeDeler(mappe, BESTILLING, [
      [createPost(1, { foedsel: [{ erGjeldende: true, foedselsdato: '1990-02-30' }] })],
    ]);
    const ferdig = await finish(mappe, BESTILLING, adresser);
    expect(parseCsv(await readFil(mappe, ferdig, 'csv'))[1]?.[2]).toBe('1990-02-30');
    expect((await parseParquet(await readFil(mappe, ferdig, 'parquet'))).rader[0]?.[2]).toBe(null);
  });
});

describe('what goes with the files', () => {
  it('the membership file knows everybody who was delivered, by every number of theirs, and nobody else', async () => {
    await using mappe = await createTestmappe();
    const poster = Array.from({ length: 2000 }, (_, i) => createPost(i));
    const dNummer = { erGjeldende: false, foedselsEllerDNummer: '41819099999', status: 'opphoert' };
    const [foerste] = poster;
    const ids = foerste?.dokument?.identifikasjonsnummer;
    const medDnummer = createPost(0, {
      identifikasjonsnummer: [...(Array.isArray(ids) ? ids : []), dNummer],
    });
    const deler = [
      [medDnummer, ...poster.slice(1, 1000)],
      [...poster.slice(1000), createPost(5), { id: toNummer(5000), dokument: null }],
    ];
    const { adresser } = await writeDeler(mappe, BESTILLING, deler);
    const { medlemskap } = await finish(mappe, BESTILLING, adresser);
    expect(medlemskap.antall).toBe(2001);
    const noekkel = unwrapNoekkel(FIL_KEY, mappe.uttrekkId, medlemskap.noekkel);
    const has = (nummer: string) => isMedlem(mappe, { ...medlemskap, noekkel }, toRef(nummer));
    for (const nr of [0, 1, 5, 999, 1000, 1999]) expect(await has(toNummer(nr))).toBe(true);
    expect(await has('41819099999')).toBe(true);
    for (const nr of [2000, 5000, 99_999]) expect(await has(toNummer(nr))).toBe(false);
  });

  it('a key that has changed since the parts were fetched is the one that counts, also for who came twice', async () => {
    await using mappe = await createTestmappe();
    const deler = [[createPost(1), createPost(2)], [createPost(2)], [createPost(1)]];
    const eldre = (nummer: string) => Buffer.from(toRef(nummer)).reverse();
    const { adresser } = await writeDeler(mappe, BESTILLING, deler.slice(0, 2), eldre);
    const ny = { jobbNr: 1, batchNr: 0, nr: 0, leieNr: 1 };
    await writeDelfil(mappe, BESTILLING, ny, deler[2] ?? [], toRef);
    const { dubletter, medlemskap } = await finish(mappe, BESTILLING, [...adresser, ny]);
    expect([dubletter, medlemskap.antall]).toEqual([2, 2]);
    const noekkel = unwrapNoekkel(FIL_KEY, mappe.uttrekkId, medlemskap.noekkel);
    for (const nr of [1, 2])
      expect(await isMedlem(mappe, { ...medlemskap, noekkel }, toRef(toNummer(nr)))).toBe(true);
  });

  it('the pictures are counted from the rows that are in the files, small groups hidden', async () => {
    await using mappe = await createTestmappe();
    const bestilling: Bestilling = {
      ...BESTILLING,
      innhold: { slag: 'felter', felter: ['kjoenn.kjoenn'], perDato: '2025-01-01' },
      formater: ['csv'],
    };
    const poster = Array.from({ length: 50 }, (_, i) =>
      createPost(i, {
        kjoenn: [
          {
            erGjeldende: true,
            gyldighetstidspunkt: '1990-01-01T00:00:00Z',
            kjoenn: i < 20 ? 'mann' : 'kvinne',
          },
        ],
        foedsel: [{ erGjeldende: true, foedselsaar: i % 10 < 5 ? '1990' : '1985' }],
        status: [
          {
            erGjeldende: true,
            gyldighetstidspunkt: '1990-01-01T00:00:00Z',
            status: i < 3 ? 'doed' : i < 10 ? 'utflyttet' : 'bosatt',
          },
        ],
      }),
    );
    // So many parts that they take several pipes, and some persons twice.
    const deler = [...poster.map((post) => [post]), poster.slice(0, 12), poster.slice(40)];
    const { adresser } = await writeDeler(mappe, bestilling, deler);
    const { fordelinger } = await finish(mappe, bestilling, adresser);
    expect(fordelinger).toEqual([
      {
        navn: 'alderKjoenn',
        grupper: [
          { noekkel: '35', undergruppe: 'kvinne', antall: 15 },
          { noekkel: '35', undergruppe: 'mann', antall: 10 },
          { noekkel: '40', undergruppe: 'kvinne', antall: 15 },
          { noekkel: '40', undergruppe: 'mann', antall: 10 },
        ],
      },
      {
        navn: 'status',
        grupper: [
          { noekkel: 'bosatt', undergruppe: null, antall: 40 },
          { noekkel: 'doed', undergruppe: null, antall: null },
          { noekkel: 'utflyttet', undergruppe: null, antall: null },
        ],
      },
      {
        navn: 'kjoenn',
        grupper: [
          { noekkel: 'kvinne', undergruppe: null, antall: 30 },
          { noekkel: 'mann', undergruppe: null, antall: 20 },
        ],
      },
    ]);
  });

  it('no clear text is on the disk, and nothing unfinished is left', async () => {
    await using mappe = await createTestmappe();
    const { adresser } = await writeDeler(mappe, BESTILLING, [[createPost(1)]]);
    await finish(mappe, BESTILLING, adresser);
    const filer = (await readdir(mappe.sti, { recursive: true, withFileTypes: true })).filter((en) =>
      en.isFile(),
    );
    for (const fil of filer) {
      const bytes = await readFile(path.join(fil.parentPath, fil.name));
      for (const hemmelig of ['Nordmann', toNummer(1), 'PAR1']) expect(bytes.includes(hemmelig)).toBe(false);
    }
    expect(filer.map(({ name }) => name).filter((name) => /tmp|arbeid/.test(name))).toEqual([]);
  });
});

describe('what stops it', () => {
  it('a damaged part: FIL_OEDELAGT, and no file', async () => {
    await using mappe = await createTestmappe();
    const { adresser } = await writeDeler(mappe, BESTILLING, [[createPost(1)], [createPost(2)]]);
    const sti = path.join(mappe.sti, 'del', '0-0-1-1');
    const bytes = await readFile(sti);
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
    await writeFile(sti, bytes);
    await expect(finish(mappe, BESTILLING, adresser)).rejects.toMatchObject({ kode: 'FIL_OEDELAGT' });
    await expect(readdir(path.join(mappe.sti, 'fil'))).rejects.toThrow();
  });

  it('a row that DuckDB does not take, however many wait behind it', async () => {
    await using mappe = await createTestmappe();
    const umulig = createPost(0, { sivilstand: [{ erGjeldende: true, sivilstand: 'x'.repeat(3_000_000) }] });
    const poster = [umulig, ...Array.from({ length: 120 }, (_, i) => createPost(i + 1))];
    const { adresser } = await writeDeler(
      mappe,
      BESTILLING,
      poster.map((post) => [post]),
    );
    await expect(finish(mappe, BESTILLING, adresser)).rejects.toThrow('DUCKDB');
    await expect(readdir(path.join(mappe.sti, 'fil'))).rejects.toThrow();
  });

  it('the signal, also while DuckDB is being started, which then never gets a row', async () => {
    const kontroll = new AbortController();
    async function* aldri(): AsyncGenerator<Buffer> {
      await new Promise(() => undefined);
    }
    const svar = askDuckdb({
      inn: [aldri],
      sql: ([fra], ut) => `copy (select * from read_csv(${fra})) to ${ut}`,
      signal: kontroll.signal,
    }).next();
    kontroll.abort(new Error('avbrutt'));
    await expect(svar).rejects.toThrow('avbrutt');
  });

  it('the signal, wherever it comes', async () => {
    await using mappe = await createTestmappe();
    const poster = Array.from({ length: 40 }, (_, i) => createPost(i));
    const { adresser } = await writeDeler(
      mappe,
      BESTILLING,
      poster.map((post) => [post]),
    );
    for (const ved of [0.1, 0.5, 0.7]) {
      const kontroll = new AbortController();
      const meld = (andel: number) => {
        if (andel >= ved) kontroll.abort(new Error('avbrutt'));
      };
      await expect(finish(mappe, BESTILLING, adresser, { signal: kontroll.signal, meld })).rejects.toThrow(
        'avbrutt',
      );
    }
    expect((await finish(mappe, BESTILLING, adresser)).filer).toHaveLength(4);
  });
});
