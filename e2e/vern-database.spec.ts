/**
 * I11, P-05, N-09: after people have been looked up in every way, no table and no log of the portal's holds a person's
 * number in clear. Run alone it makes its own oppslag; in the whole suite it comes after nearly everything else.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { getDokument, getScenarioNummer, office, setScenario } from './support/office.ts';
import { signInAs, toRequest } from './support/oppslag.ts';
import { runAsOwner } from './support/revisjonslogg.ts';

const KONTEKST = { pakke: 'offentlig-med-hjemmel', formaal: 'saksbehandling', saksreferanse: '2026/11' };
/** A day, a month (a real one, or of a made-up person's), five digits more: and nothing but those eleven. */
const NUMMER = String.raw`(?<!\d)([0-7]\d(?:0[1-9]|1[0-2]|8[1-9]|9[0-2])\d{7})(?!\d)`;
const VEKTER = [
  [3, 7, 6, 1, 8, 9, 4, 5, 2, 1, 0],
  [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1],
];

/** Whether both control digits are right: among numbers by chance, one in a hundred. */
const isPersonnummer = (text: string): boolean =>
  VEKTER.every((vekter) => vekter.reduce((sum, vekt, i) => sum + vekt * Number(text[i]), 0) % 11 === 0);

type Kolonne = { tabell: string; kolonne: string; type: string };

/** Every column of every table that is not PostgreSQL's own, parts of tables included. */
const listKolonner = () =>
  runAsOwner<Kolonne>(
    `select format('%I.%I', n.nspname, c.relname) as tabell, a.attname as kolonne, a.atttypid::regtype::text as type
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where c.relkind in ('r', 'm') and a.attnum > 0 and not a.attisdropped
       and n.nspname not like 'pg_%' and n.nspname <> 'information_schema'
     order by 1, a.attnum`,
  );

/** A column as text; what bytes say in ASCII is read as it stands. */
function toTekst({ kolonne, type }: Kolonne): string {
  const navn = `"${kolonne.replaceAll('"', '""')}"`;

  return type === 'bytea' ? `encode(${navn}, 'escape')` : `${navn}::text`;
}

/** The columns with a person's number in clear, as `schema.table.column`. */
async function listTreff(): Promise<{ lest: number; treff: string[] }> {
  const kolonner = await listKolonner();
  const treff: string[] = [];
  for (const [tabell, egne] of Map.groupBy(kolonner, (en) => en.tabell)) {
    const verdier = egne.map((en, nr) => `(${nr}, ${toTekst(en)})`).join(', ');
    const funn = await runAsOwner<{ nr: number; nummer: string }>(
      `select distinct v.nr, m[1] as nummer
       from ${tabell}, lateral (values ${verdier}) v (nr, tekst), regexp_matches(v.tekst, $1, 'g') m`,
      [NUMMER],
    );
    const treffer = new Set(funn.filter(({ nummer }) => isPersonnummer(nummer)).map(({ nr }) => nr));
    treff.push(...egne.filter((_, nr) => treffer.has(nr)).map(({ kolonne }) => `${tabell}.${kolonne}`));
  }

  return { lest: kolonner.length, treff };
}

let nummer: string;

test.beforeAll(async () => {
  await setScenario('normal');
  nummer = await getScenarioNummer('ordinaer-mor');
  const [{ fornavn, etternavn }] = (await getDokument(nummer)).navn as [
    { fornavn: string; etternavn: string },
  ];
  const client = await signInAs('saksbehandler');
  const post = async (sti: string, body: unknown) =>
    expect((await client.send('POST', sti, body)).status, sti).toBe(200);
  await post('/api/oppslag', toRequest({ identifikasjonsnummer: nummer }));
  await post('/api/bulk', { ...KONTEKST, bulkId: null, numre: [nummer, '01819099999'] });
  await post('/api/soek', { ...KONTEKST, kriterier: { navn: `${fornavn} ${etternavn}` } });
});

test('I11: no column of the database holds a number in clear', async () => {
  const { lest, treff } = await listTreff();
  expect(treff).toEqual([]);
  expect(lest).toBeGreaterThan(100);
});

test('I11: the search finds a number wherever it is put', async () => {
  await runAsOwner('create schema i11');
  try {
    await runAsOwner('create table i11.proeve (t text, j jsonb, b bytea, n bigint, a text[], annet text)');
    await runAsOwner(
      `insert into i11.proeve values ('nr. ' || $1, jsonb_build_object('nummer', $1::text), convert_to($1, 'utf8'),
         $1::bigint, array['x', $1], '12345678901')`,
      [nummer],
    );
    expect((await listTreff()).treff).toEqual(['t', 'j', 'b', 'n', 'a'].map((en) => `i11.proeve.${en}`));
  } finally {
    await runAsOwner('drop schema i11 cascade');
  }
});

test('N-09: nor does a log of the portal’s or the worker’s', () => {
  const mappe = path.dirname(office.portalLog);
  const logger = readdirSync(mappe).filter((fil) => !fil.startsWith('simulator'));
  expect(logger).toContain(path.basename(office.portalLog));
  for (const fil of logger) {
    const numre = readFileSync(path.join(mappe, fil), 'utf8').match(new RegExp(NUMMER, 'g')) ?? [];
    expect(numre.filter(isPersonnummer), fil).toEqual([]);
  }
});
