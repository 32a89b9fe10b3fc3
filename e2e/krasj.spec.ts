/**
 * A-02, I1: the portal is killed at random points while clients read persons. Whatever a client received whole or in
 * part is in the revisjonslogg as DISCLOSED, under the act that the client was told. An office of its own.
 */
import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { expect, test } from '@playwright/test';
import pg from 'pg';
import { createPortalClient, type PortalClient } from '../scripts/portal-client.ts';
import { type OwnOffice, startOwnOffice } from './support/own-office.ts';
import { createRandom } from './support/random.ts';

const KILLS = 50;
const SEED = 20261121;
const CLIENTS = 4;
let office: OwnOffice;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  office = await startOwnOffice();
});
test.afterAll(() => office?.stop());

/** Everything that arrives of one answer, also when it breaks off. */
async function receive(client: PortalClient, nummer: string): Promise<string> {
  let received = '';
  try {
    const response = await client.send('POST', '/api/oppslag', {
      kriterier: { identifikasjonsnummer: nummer },
      pakke: 'offentlig-med-hjemmel',
      formaal: 'saksbehandling',
      saksreferanse: '2026/50',
    });
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) received += decoder.decode(chunk, { stream: true });
  } catch {
    // The portal died: what has come so far is what counts.
  }

  return received;
}

/** Wakes those who wait for an answer. */
const answers = new EventEmitter();
const wake = () => answers.emit('answer');
const nextAnswer = () => once(answers, 'answer');

const HANDLING_ID = /"handlingId":"([0-9a-f-]{36})"/;

const UTTREKK = {
  navn: 'Følges',
  kilde: {
    slag: 'tilpasset',
    utvalg: {
      ...{ personstatustyper: ['bosatt'], sted: { slag: 'bosted', kommuner: ['0301'] }, foedselsaar: null },
      ...{ doedsaar: null, kjoenn: null, statsborgerskap: null, sivilstandstype: null },
    },
  },
  innhold: { slag: 'dokumenter' },
  formater: ['ndjson'],
  pakke: 'offentlig-med-hjemmel',
  formaal: 'statistikk',
  saksreferanse: '2026/77',
};

/** A page of the analyst's that is followed: told something, and then silent. */
async function followDraft(): Promise<ReadableStreamDefaultReader<Uint8Array>> {
  const client = await createPortalClient(office.portalUrl, 'analytiker', office.passord);
  const created = await client.send('POST', '/api/uttrekk', {
    klientnoekkel: randomUUID(),
    bestilling: UTTREKK,
  });
  const { uttrekkId } = await created.json();
  const reader = (await client.send('GET', `/api/uttrekk/${uttrekkId}/strom`)).body?.getReader();
  if (reader === undefined) throw new Error('no stream');
  expect((await reader.read()).done).toBe(false);

  return reader;
}

test('47: a portal that is asked to stop under load ends what it has begun, keeps nobody, and is gone by itself (R-18)', async () => {
  test.setTimeout(120_000);
  const client = await createPortalClient(office.portalUrl, 'saksbehandler', office.passord);
  const stream = await followDraft();
  const feil = { feil: 'forsinkelse-ms', verdi: 200, tjeneste: 'oppslag' };
  const headers = { 'content-type': 'application/json' };
  await fetch(`${office.kontrollUrl}/feil`, { method: 'POST', headers, body: JSON.stringify(feil) });
  const svar: string[] = [];
  const readers = Array.from({ length: CLIENTS }, async () => {
    // Each asks for as long as it is let in, on whatever connection it is given.
    for (;;) {
      const text = await receive(client, office.numre[0] ?? '');
      if (text === '') return;
      svar.push(text);
      wake();
    }
  });
  while (svar.length < 2 * CLIENTS) await nextAnswer();
  const stopped = office.getPortal();
  await Promise.all([stopped.stop(), ...readers]);
  expect(await stopped.ended).not.toBe('SIGKILL');
  expect((await stream.read()).done).toBe(true);
  for (const text of svar) expect(text).toMatch(/^\{.*\}$/s);

  await fetch(`${office.kontrollUrl}/feil`, { method: 'DELETE' });
  await office.startPortal();
  expect((await receive(client, office.numre[0] ?? '')).endsWith('}')).toBe(true);
  const owner = new pg.Client({ connectionString: office.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query(
    `select slag, count(*)::int as antall from revisjonslogg.rad where handling = 'OPPSLAG' group by slag order by slag`,
  );
  await owner.end();
  const antall = svar.length + 1;
  expect(rows).toEqual([
    { slag: 'DISCLOSED', antall },
    { slag: 'INTENT', antall },
  ]);
});

test('A-02: after 50 kills at random points, what any client received is in the log', async () => {
  test.setTimeout(600_000);
  const random = createRandom(SEED);
  const received: string[] = [];
  let asked = 0;
  let cutShort = 0;
  let client = await createPortalClient(office.portalUrl, 'saksbehandler', office.passord);
  for (let kill = 0; kill < KILLS; kill += 1) {
    let alive = true;
    const readers = Array.from({ length: CLIENTS }, async () => {
      while (alive) {
        asked += 1;
        const text = await receive(client, office.numre[Math.floor(random() * office.numre.length)] ?? '');
        if (text !== '') received.push(text);
        wake();
        if (!text.endsWith('}')) cutShort += 1;
        if (text === '') return;
      }
    });
    // Struck at a random moment of the round: right after 0 to 4 answers, or a random while into the acts under way.
    const target = received.length + Math.floor(random() * 5);
    while (received.length < target) await nextAnswer();
    await new Promise((resolve) => setTimeout(resolve, random() * 30));
    await office.getPortal().kill();
    alive = false;
    await Promise.all(readers);
    await office.startPortal();
    // A session survives the portal: the row is in the database.
    expect(
      (
        await client.send('PUT', '/api/session', {
          pakke: 'offentlig-med-hjemmel',
          formaal: 'saksbehandling',
          saksreferanse: '',
        })
      ).status,
    ).toBe(204);
  }
  client = await createPortalClient(office.portalUrl, 'saksbehandler', office.passord);
  expect((await receive(client, office.numre[0] ?? '')).endsWith('}')).toBe(true);

  const owner = new pg.Client({ connectionString: office.ownerUrl });
  await owner.connect();
  const rows = await owner.query<{ handling_id: string; slag: string }>(
    `select handling_id, slag from revisjonslogg.rad where handling = 'OPPSLAG'`,
  );
  await owner.end();
  const disclosed = new Set(
    rows.rows.filter(({ slag }) => slag === 'DISCLOSED').map(({ handling_id }) => handling_id),
  );
  const intents = new Set(
    rows.rows.filter(({ slag }) => slag === 'INTENT').map(({ handling_id }) => handling_id),
  );

  const persons = received.filter((text) => text.includes('"person"') || text.includes('"utfall":"funnet"'));
  let proved = 0;
  for (const text of persons) {
    const id = HANDLING_ID.exec(text)?.[1];
    if (id === undefined) continue;
    expect(disclosed.has(id), `an answer under ${id} has no DISCLOSED row`).toBe(true);
    proved += 1;
  }
  // Parts too short to hold their act's id are counted against the acts that have a row and no whole answer.
  const unnamed = persons.length - proved;
  expect(disclosed.size).toBeGreaterThanOrEqual(proved + unnamed);
  for (const id of disclosed) expect(intents.has(id)).toBe(true);
  // The test has teeth only if answers came, and if kills struck acts under way.
  expect(proved).toBeGreaterThan(KILLS);
  expect(intents.size).toBeGreaterThan(disclosed.size);
  test.info().annotations.push({
    type: 'krasj',
    description: `${asked} spurt, ${proved} svar, ${cutShort} avbrutt, ${intents.size - disclosed.size} uten utfall`,
  });
});
