/** A bulkoppslag over the API: every number a row, every person a subject, all parts one act, and nobody unmasked. */
import { expect, test } from '@playwright/test';
import { countCalls, getScenarioNummer, setScenario } from './support/office.ts';
import { signInAs } from './support/oppslag.ts';
import { getLastId, listRaderAfter, runAsOwner } from './support/revisjonslogg.ts';

const KONTEKST = { pakke: 'offentlig-med-hjemmel', formaal: 'saksbehandling', saksreferanse: '2026/1234' };
const UKJENT = '01819099999';

test.beforeEach(() => setScenario('normal'));

test('every number has its row, in the order asked; an ended number and one nobody has are said to have no answer', async () => {
  const client = await signInAs('saksbehandler');
  const [mor, dublett] = [
    await getScenarioNummer('ordinaer-mor'),
    await getScenarioNummer('opphoert-dublett'),
  ];
  const numre = [UKJENT, mor, dublett];
  const before = await getLastId();
  const response = await client.send('POST', '/api/bulk', { ...KONTEKST, bulkId: null, numre });
  const result = await response.json();
  expect(result.rader.map(({ nummer }: { nummer: string }) => nummer)).toEqual(numre);
  expect(result.rader.map(({ utfall }: { utfall: string }) => utfall)).toEqual([
    'ikkeFunnet',
    'funnet',
    'ikkeFunnet',
  ]);
  expect(result.rader[1].person).toMatchObject({ identifikasjonsnummer: mor, status: 'bosatt' });
  const rader = await listRaderAfter(before);
  expect(rader.map(({ slag, handling, utfall }) => [slag, handling, utfall])).toEqual([
    ['INTENT', 'BULK', null],
    ['DISCLOSED', 'BULK', 'rader'],
  ]);
  const [subjekter] = await runAsOwner<{ intent: number; vist: number }>(
    `select count(*) filter (where r.slag = 'INTENT')::int as intent,
            count(*) filter (where r.slag = 'DISCLOSED')::int as vist
     from revisjonslogg.subjekt s join revisjonslogg.rad r using (rad_id) where r.id > $1`,
    [before],
  );
  expect(subjekter?.intent).toBe(3);
  expect(subjekter?.vist).toBeGreaterThanOrEqual(3);
});

test('A-14: the parts of one list are one act, and nobody can add to the act of another', async () => {
  const [client, other] = [await signInAs('saksbehandler'), await signInAs('saksbehandler-fortrolig')];
  const numre = [await getScenarioNummer('ordinaer-mor')];
  const before = await getLastId();
  const first = await (await client.send('POST', '/api/bulk', { ...KONTEKST, bulkId: null, numre })).json();
  const second = await client.send('POST', '/api/bulk', { ...KONTEKST, bulkId: first.bulkId, numre });
  expect((await second.json()).bulkId).toBe(first.bulkId);
  const rader = await listRaderAfter(before);
  expect(new Set(rader.map(({ handling_id }) => handling_id)).size).toBe(1);
  expect(new Set(rader.map(({ kall_id }) => kall_id)).size).toBe(2);
  const calls = await countCalls();
  const stolen = await other.send('POST', '/api/bulk', { ...KONTEKST, bulkId: first.bulkId, numre });
  expect([stolen.status, await countCalls()]).toEqual([400, calls]);
});

test('Z-05: protected persons are rows without an address, also for who has the right to see that they are protected', async () => {
  for (const bruker of ['saksbehandler', 'saksbehandler-fortrolig']) {
    const client = await signInAs(bruker);
    const numre = await Promise.all(
      ['fortrolig', 'strengt-fortrolig', 'klientadresse'].map(getScenarioNummer),
    );
    const response = await client.send('POST', '/api/bulk', { ...KONTEKST, bulkId: null, numre });
    const text = await response.text();
    expect(text).toContain(numre[0]);
    expect(text.toLowerCase()).not.toContain('hemmeliglykkja');
    for (const { person } of JSON.parse(text).rader) expect(person.adresse).toEqual([]);
  }
});

test('a register that fails gives an error for the part, with FAILED in the log, and the next part can be asked', async () => {
  const client = await signInAs('saksbehandler');
  const numre = [await getScenarioNummer('ordinaer-mor')];
  const first = await (await client.send('POST', '/api/bulk', { ...KONTEKST, bulkId: null, numre })).json();
  await setScenario('nede');
  const before = await getLastId();
  const failed = await (
    await client.send('POST', '/api/bulk', { ...KONTEKST, bulkId: first.bulkId, numre })
  ).json();
  expect(failed).toMatchObject({ utfall: 'kildefeil', bulkId: first.bulkId });
  expect((await listRaderAfter(before)).map(({ slag }) => slag)).toEqual(['INTENT', 'FAILED']);
  await setScenario('normal');
});

test('who may not is refused with a row and without a call', async () => {
  const numre = [await getScenarioNummer('ordinaer-mor')];
  const [analytiker, presse] = [await signInAs('analytiker'), await signInAs('saksbehandler-presse')];
  const [before, calls] = [await getLastId(), await countCalls()];
  expect((await analytiker.send('POST', '/api/bulk', { ...KONTEKST, bulkId: null, numre })).status).toBe(403);
  const kontekst = { pakke: 'presse', formaal: 'identifisering', saksreferanse: '' };
  const result = await (await presse.send('POST', '/api/bulk', { ...kontekst, bulkId: null, numre })).json();
  expect(result).toMatchObject({ utfall: 'avvist', grunn: 'manglerTjeneste' });
  expect((await listRaderAfter(before)).map(({ slag, utfall }) => [slag, utfall])).toEqual([
    ['DENIED', 'manglerRolle'],
    ['DENIED', 'manglerTjeneste'],
  ]);
  expect(await countCalls()).toBe(calls);
});
