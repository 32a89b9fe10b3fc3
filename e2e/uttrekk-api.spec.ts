/** Who is let in to what of uttrekk, over the wire: every route, every role, somebody else's, and one's own approval. */
import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import type { PortalClient } from '../scripts/portal-client.ts';
import { countCalls, office, setScenario } from './support/office.ts';
import { signInAs } from './support/oppslag.ts';
import { getLastId, listRaderAfter, runAsOwner } from './support/revisjonslogg.ts';

const BEGRUNNELSE = 'Planlegging av skoleplasser neste år';
const BESTILLING = {
  navn: 'Prøveuttrekk',
  kilde: {
    slag: 'tilpasset',
    utvalg: {
      personstatustyper: ['bosatt'],
      sted: { slag: 'bosted', kommuner: ['0301'] },
      foedselsaar: { fra: 1990, til: 1995 },
      doedsaar: null,
      kjoenn: null,
      statsborgerskap: null,
      sivilstandstype: null,
    },
  },
  innhold: { slag: 'felter', felter: ['foedsel.foedselsaar', 'bosted.kommunenummer'], perDato: null },
  formater: ['csv'],
  pakke: 'offentlig-med-hjemmel',
  formaal: 'statistikk',
  saksreferanse: '2026/77',
};
const AVTRYKK = '0'.repeat(64);

type Route = { method: string; path: string; body?: unknown; forLeder?: true };

/** Every route, with a body that it would take. `id` is an uttrekk, `mal` a template. */
const ruter = (id: string, mal: string): Route[] => [
  { method: 'POST', path: '', body: { klientnoekkel: randomUUID(), bestilling: BESTILLING } },
  { method: 'POST', path: '/liste', forLeder: true },
  { method: 'POST', path: '/mottakere', body: { soek: 'Analyse' } },
  { method: 'POST', path: '/maler', body: { bestilling: BESTILLING } },
  { method: 'POST', path: '/maler/liste' },
  { method: 'DELETE', path: `/maler/${mal}` },
  {
    method: 'PUT',
    path: `/maler/${mal}/plan`,
    body: { intervall: 'uke', starter: '2099-01-01', slutter: '2099-02-01' },
  },
  { method: 'DELETE', path: `/maler/${mal}/plan` },
  ...ruterFor(id),
];

/** Those about one uttrekk. */
const ruterFor = (id: string): Route[] => [
  { method: 'POST', path: `/${id}`, forLeder: true },
  { method: 'PUT', path: `/${id}`, body: { avtrykk: AVTRYKK, bestilling: BESTILLING } },
  { method: 'POST', path: `/${id}/kontroll`, forLeder: true },
  { method: 'POST', path: `/${id}/bestilling`, body: { avtrykk: AVTRYKK, begrunnelse: null } },
  { method: 'PUT', path: `/${id}/oenske`, body: { oenske: 'avbryt' } },
  { method: 'POST', path: `/${id}/avklaring`, body: { valg: 'avbryt', begrunnelse: BEGRUNNELSE } },
  { method: 'POST', path: `/${id}/paa-nytt`, body: { klientnoekkel: randomUUID() } },
  { method: 'PUT', path: `/${id}/deling`, body: { brukerIder: [] } },
  { method: 'DELETE', path: `/${id}/filer` },
  { method: 'POST', path: `/${id}/sammenligning`, body: { medId: null } },
  { method: 'GET', path: `/${id}/strom`, forLeder: true },
];

const send = (client: PortalClient, { method, path, body }: Route) =>
  client.send(method, `/api/uttrekk${path}`, body);

async function create(client: PortalClient, bestilling: object = BESTILLING) {
  const body = { klientnoekkel: randomUUID(), bestilling };

  return await (await client.send('POST', '/api/uttrekk', body)).json();
}

/** Whole documents need approval however few they are, so what other tests have ordered makes no difference. */
const DOKUMENTER = { ...BESTILLING, innhold: { slag: 'dokumenter' }, formater: ['ndjson'] };

/** An uttrekk of this user that waits for approval. */
async function createVentende(client: PortalClient) {
  const { uttrekkId, avtrykk } = await create(client, DOKUMENTER);
  const svar = await client.send('POST', `/api/uttrekk/${uttrekkId}/bestilling`, {
    avtrykk,
    // Asked for where what others have ordered lets this one look small.
    begrunnelse: BEGRUNNELSE,
  });
  expect(await svar.json()).toMatchObject({ utfall: 'bestilt', side: { tilstand: 'venterPaaGodkjenning' } });

  return { uttrekkId, avtrykk };
}

const decide = (
  client: PortalClient,
  { uttrekkId, avtrykk }: { uttrekkId: string; avtrykk: string },
  utfall = 'avslaatt',
) =>
  client.send('POST', `/api/uttrekk/${uttrekkId}/godkjenning`, { avtrykk, utfall, begrunnelse: BEGRUNNELSE });

test.beforeAll(() => setScenario('normal'));

test('Z-02: nobody but an analyst gets in, and a leder to what she needs to approve; each try is a row', async () => {
  const { uttrekkId } = await create(await signInAs('analytiker'));
  const calls = await countCalls();
  for (const bruker of ['saksbehandler', 'leder', 'administrator', 'personvernombud', 'uten-tilgang']) {
    const client = await signInAs(bruker);
    const before = await getLastId();
    const stengt = ruter(uttrekkId, randomUUID()).filter(({ forLeder }) => bruker !== 'leder' || !forLeder);
    for (const rute of stengt) {
      const svar = await send(client, rute);
      expect(svar.status, `${bruker}: ${rute.method} ${rute.path}`).toBe(403);
      expect(await svar.json()).toMatchObject({ kode: 'IKKE_TILGANG' });
    }
    const rader = (await listRaderAfter(before)).filter((rad) => rad.bruker === bruker);
    expect(rader.map(({ slag, utfall }) => `${slag} ${utfall}`)).toEqual(
      stengt.map(() => 'DENIED manglerRolle'),
    );
  }
  expect(await countCalls()).toBe(calls);
});

test('N-02: without a session every route is closed, and from another site even the stream', async () => {
  const { uttrekkId } = await create(await signInAs('analytiker'));
  const innlogget = await signInAs('analytiker');
  for (const { method, path, body } of ruter(uttrekkId, randomUUID())) {
    const init = { method, ...(body ? { body: JSON.stringify(body) } : {}) };
    const ours = {
      origin: office.portalUrl,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
    };
    const uten = await fetch(`${office.portalUrl}/api/uttrekk${path}`, { ...init, headers: ours });
    expect(uten.status, `${method} ${path}`).toBe(401);
    const fremmed = { ...ours, 'sec-fetch-site': 'cross-site', cookie: innlogget.cookie };
    const annet = await fetch(`${office.portalUrl}/api/uttrekk${path}`, { ...init, headers: fremmed });
    expect(annet.status, `${method} ${path}`).toBe(403);
    await Promise.all([uten.body?.cancel(), annet.body?.cancel()]);
  }
});

test('F-04: another analyst gets of somebody’s uttrekk what she gets of one that never was', async () => {
  const [eier, annen] = [await signInAs('analytiker'), await signInAs('analytiker-to')];
  const { uttrekkId } = await create(eier);
  const hennes = ruterFor(uttrekkId);
  const ingens = ruterFor(randomUUID());
  for (const [i, rute] of hennes.entries()) {
    const [ekte, tomt] = [await send(annen, rute), await send(annen, ingens[i] ?? rute)];
    expect(ekte.status, `${rute.method} ${rute.path}`).toBe(404);
    const [a, b] = [await ekte.json(), await tomt.json()];
    expect({ ...a, referanse: '' }).toEqual({ ...b, referanse: '' });
  }
  const liste = await (await annen.send('POST', '/api/uttrekk/liste')).json();
  expect(JSON.stringify(liste)).not.toContain(uttrekkId);
});

test('F-13: sent many times at once it is one uttrekk, and ordered many times at once it is one order', async () => {
  const client = await signInAs('analytiker');
  const body = { klientnoekkel: randomUUID(), bestilling: BESTILLING };
  const svar = await Promise.all(Array.from({ length: 8 }, () => client.send('POST', '/api/uttrekk', body)));
  const sider = await Promise.all(svar.map((ett) => ett.json()));
  expect(new Set(sider.map(({ uttrekkId }) => uttrekkId)).size).toBe(1);
  const [{ uttrekkId, avtrykk }] = sider;
  const path = `/api/uttrekk/${uttrekkId}/bestilling`;
  const ordrer = await Promise.all(
    Array.from({ length: 8 }, () => client.send('POST', path, { avtrykk, begrunnelse: null })),
  );
  expect(ordrer.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409, 409, 409]);
});

test('Z-12: nobody approves her own; a leder decides once, and sees it no more', async () => {
  const [begge, leder, annen] = [
    await signInAs('analytiker-leder'),
    await signInAs('leder'),
    await signInAs('analytiker-to'),
  ];
  const ventende = await createVentende(begge);
  expect((await decide(begge, ventende, 'godkjent')).status).toBe(409);
  expect((await decide(annen, ventende, 'godkjent')).status).toBe(403);
  expect((await decide(leder, { ...ventende, avtrykk: AVTRYKK })).status).toBe(409);
  const before = await getLastId();
  expect((await decide(leder, ventende)).status).toBe(204);
  // The worker writes rows of its own meanwhile, of what other tests have ordered.
  const lederens = (await listRaderAfter(before)).filter(({ bruker }) => bruker === 'leder');
  expect(lederens.map(({ slag, handling, utfall }) => [slag, handling, utfall].join(' '))).toEqual([
    'INTENT UTTREKK_GODKJENNING ',
    'DISCLOSED UTTREKK_GODKJENNING avslaatt',
  ]);
  expect((await decide(leder, ventende)).status).toBe(404);
  expect((await leder.send('POST', `/api/uttrekk/${ventende.uttrekkId}`)).status).toBe(404);
  const side = await (await begge.send('POST', `/api/uttrekk/${ventende.uttrekkId}`)).json();
  expect(side).toMatchObject({
    tilstand: 'avslaatt',
    valg: ['endre'],
    godkjenninger: [{ bruker: 'Rolig Leder' }],
  });
});

test('a body that is no order is refused with the paths of what is wrong, and nothing of what it held', async () => {
  const client = await signInAs('analytiker');
  const bestilling = { ...BESTILLING, formater: ['pdf'], hemmelig: '21818012345' };
  const svar = await client.send('POST', '/api/uttrekk', { klientnoekkel: randomUUID(), bestilling });
  expect(svar.status).toBe(400);
  const tekst = await svar.text();
  expect(JSON.parse(tekst)).toMatchObject({
    kode: 'UGYLDIG_INNHOLD',
    felter: ['bestilling.formater.0', 'bestilling'],
  });
  expect(tekst).not.toContain('21818012345');
  expect((await client.send('POST', '/api/uttrekk/ikke-en-id')).status).toBe(404);
});

test('the stream tells its owner of every change, uncached, and ends when nothing more can happen', async () => {
  const [eier, leder] = [await signInAs('analytiker'), await signInAs('leder')];
  const ventende = await createVentende(eier);
  const svar = await eier.send('GET', `/api/uttrekk/${ventende.uttrekkId}/strom`);
  expect(svar.status).toBe(200);
  expect(svar.headers.get('content-type')).toContain('text/event-stream');
  expect(svar.headers.get('cache-control')).toBe('private, no-store, no-transform');
  expect(svar.headers.get('content-encoding')).toBeNull();
  const [biter, dekoder] = [svar.body?.getReader(), new TextDecoder()];
  const read = async () => {
    const { value, done } = (await biter?.read()) ?? { value: undefined, done: true };

    return done ? null : dekoder.decode(value);
  };
  expect(await read()).toMatch(/^event: side\ndata: \{.*"tilstand":"venterPaaGodkjenning".*\}\n\n$/);
  await decide(leder, ventende);
  let resten = '';
  for (let neste = await read(); neste !== null; neste = await read()) resten += neste;
  expect(resten).toMatch(
    /^event: endring\ndata: \{.*"tilstand":"avslaatt".*\}\n\nevent: slutt\ndata: ferdig\n\n$/,
  );
});

test('S-03: a page that asks by itself keeps no session alive', async () => {
  const client = await signInAs('analytiker-to');
  const { uttrekkId } = await create(client);
  const hennes = `where bruker_id = (select id from portal.bruker where brukernavn = 'analytiker-to')`;
  await runAsOwner(`update portal.session set sist_sett = now() - interval '29 minutes' ${hennes}`);
  for (const path of [`/${uttrekkId}`, '/liste'])
    expect((await client.send('POST', `/api/uttrekk${path}`)).status).toBe(200);
  const strom = await client.send('GET', `/api/uttrekk/${uttrekkId}/strom`);
  await strom.body?.cancel();
  const rader = await runAsOwner<{ levende: boolean }>(
    `select bool_or(sist_sett > now() - interval '28 minutes') as levende from portal.session ${hennes}`,
  );
  expect(rader).toEqual([{ levende: false }]);
});

test('Z-12: of an uttrekk that waits, a leder can do nothing but look and decide', async () => {
  const [eier, leder] = [await signInAs('analytiker'), await signInAs('leder')];
  const ventende = await createVentende(eier);
  const side = await (await leder.send('POST', `/api/uttrekk/${ventende.uttrekkId}`)).json();
  expect(side.valg).toEqual(['godkjenn', 'avslaa']);
  const kontroll = await (await leder.send('POST', `/api/uttrekk/${ventende.uttrekkId}/kontroll`)).json();
  expect(kontroll).toMatchObject({
    konflikter: [],
    godkjenningsgrunner: expect.arrayContaining(['dokumenter']),
  });
  expect((await decide(leder, ventende)).status).toBe(204);
});
