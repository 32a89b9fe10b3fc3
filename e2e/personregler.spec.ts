/**
 * Z-04: no byte of somebody close to a user leaves the portal by any way in, and each refusal is a row. The user is a person
 * of the register herself: the provider gives her number, and the register her family.
 */
import { expect, test } from '@playwright/test';
import type { PortalClient } from '../scripts/portal-client.ts';
import { getDokument, getScenarioNummer, setScenario } from './support/office.ts';
import { signInAs, toRequest } from './support/oppslag.ts';
import { getLastId, listRaderAfter, runAsOwner } from './support/revisjonslogg.ts';

const KONTEKST = { pakke: 'offentlig-med-hjemmel', formaal: 'saksbehandling', saksreferanse: '2026/1234' };

type Dokument = {
  navn: { fornavn: string; etternavn: string; erGjeldende: boolean }[];
  foedsel: { foedselsdato: string }[];
};

let naer: PortalClient;
let andre: PortalClient;
let nummer: string;
let fremmed: string;
let navn: string;
let foedselsdato: string;

test.beforeAll(async () => {
  await setScenario('normal');
  [naer, andre] = [await signInAs('saksbehandler-naer'), await signInAs('saksbehandler')];
  nummer = await getScenarioNummer('skilt-og-gift-igjen-tidligere');
  fremmed = await getScenarioNummer('samisk-navn');
  const dokument = (await getDokument(nummer)) as Dokument;
  const gjeldende = dokument.navn.find(({ erGjeldende }) => erGjeldende);
  navn = `${gjeldende?.fornavn} ${gjeldende?.etternavn}`;
  foedselsdato = dokument.foedsel[0]?.foedselsdato ?? '';
});

/** What a client gets, as text: every byte of it. */
async function ask(client: PortalClient, path: string, body: unknown): Promise<string> {
  const response = await client.send('POST', path, body);
  expect(response.status).toBe(200);

  return await response.text();
}

const dato = () => foedselsdato.replaceAll('-', '');
const WAYS: [string, string, () => unknown][] = [
  ['by number', '/api/oppslag', () => toRequest({ identifikasjonsnummer: nummer })],
  ['by a search', '/api/oppslag', () => toRequest({ navn, foedselsdato: dato() })],
  ['by the ladder', '/api/oppslag/soeketrapp', () => toRequest({ navn, foedselsdato: dato() })],
  ['in a list of hits', '/api/soek', () => ({ ...KONTEKST, kriterier: { navn, foedselsdato: dato() } })],
  ['among many', '/api/bulk', () => ({ ...KONTEKST, bulkId: null, numre: [fremmed, nummer] })],
];
for (const [how, path, body] of WAYS) {
  test(`a former spouse ${how}: nothing of her, and a row that says why`, async () => {
    const before = await getLastId();
    const answer = await ask(naer, path, body());
    const rader = await listRaderAfter(before);
    expect(rader.filter(({ slag }) => slag === 'DENIED').map(({ utfall }) => utfall)).toEqual([
      'naerstaaende',
    ]);
    // Somebody else gets her by the same request, so it is the user that she is closed to.
    const [fornavn = '', etternavn = ''] = navn.split(' ');
    expect(await ask(andre, path, body())).toContain(etternavn);
    const bytes = [fornavn, etternavn, foedselsdato, ...(path === '/api/bulk' ? [] : [nummer])];
    for (const byte of bytes) expect(answer.toLowerCase()).not.toContain(byte.toLowerCase());
    // The others of the act are shown as ever.
    if (path === '/api/bulk') expect(answer).toMatch(new RegExp(`"nummer":"${fremmed}","utfall":"funnet"`));
  });
}

test('she is closed to herself, and nothing can put that aside', async () => {
  const meg = await getScenarioNummer('skilt-og-gift-igjen');
  const answer = JSON.parse(await ask(naer, '/api/oppslag', toRequest({ identifikasjonsnummer: meg })));
  expect(answer).toEqual({
    utfall: 'avvist',
    grunn: 'egenPerson',
    felt: null,
    referanse: expect.any(String),
  });
});

test('where nobody says who the user is, the row of what was shown says that the rule was not decided', async () => {
  const before = await getLastId();
  await ask(andre, '/api/oppslag', toRequest({ identifikasjonsnummer: fremmed }));
  await ask(naer, '/api/oppslag', toRequest({ identifikasjonsnummer: fremmed }));
  const rader = await runAsOwner(
    `select bruker, innhold->'personregler' as personregler from revisjonslogg.rad
     where id > $1 and slag = 'DISCLOSED' and handling = 'OPPSLAG' order by id`,
    [before],
  );
  expect(rader).toEqual([
    { bruker: 'saksbehandler', personregler: { naerstaaende: 'ikkeVurdert' } },
    { bruker: 'saksbehandler-naer', personregler: null },
  ]);
});
