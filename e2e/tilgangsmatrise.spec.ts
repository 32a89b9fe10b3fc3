/**
 * Z-02: every route and page that there is, asked by every role over the wire, and every package against every grading.
 * The list is made of the files (scripts/ruter.ts), so a new one is tried the day it is written; what a role may do is
 * held by handlinger.test.ts, and here that the portal does as it says.
 */
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { PortalClient } from '../scripts/portal-client.ts';
import { type ApiRute, isForRoller, listRuter, toSti } from '../scripts/ruter.ts';
import { BRUKERE } from './support/brukere.ts';
import { getDokument, getScenarioNummer, listSteder, office, setScenario } from './support/office.ts';
import { signInAs, toRequest } from './support/oppslag.ts';
import { getLastId, listRaderAfter } from './support/revisjonslogg.ts';

const { api, sider } = listRuter(path.join(import.meta.dirname, '..'));
const INNLOGGEDE = api.filter(({ handling }) => handling !== null);

test.beforeAll(() => setScenario('normal'));

/** A body that no route takes: who is let in hears that, and nothing is done. */
async function ask(client: PortalClient, { metode, slag, ...rute }: ApiRute): Promise<string> {
  const body = slag === 'route' ? { ingenTarDette: true } : undefined;
  const response = await client.send(metode, toSti(rute), body);

  return `${response.status} ${(await response.json().catch(() => ({}))).kode}`;
}

test('Z-02: every route answers every role as the table of acts says, and each refusal is a row', async () => {
  const before = await getLastId();
  const refused = await Promise.all(
    BRUKERE.map(async ([bruker, roller]) => {
      const client = await signInAs(bruker);
      let count = 0;
      for (const rute of INNLOGGEDE) {
        const answer = await ask(client, rute);
        const name = `${bruker}: ${rute.metode} ${rute.mal}`;
        if (isForRoller(rute, roller))
          expect(['400 UGYLDIG_INNHOLD', '404 IKKE_FUNNET', '410 NEDLASTING_BRUKT'], name).toContain(answer);
        else {
          expect(answer, name).toBe('403 IKKE_TILGANG');
          count += 1;
        }
      }

      return count;
    }),
  );
  const rader = await listRaderAfter(before);
  const denied = rader.filter(({ utfall }) => utfall === 'manglerRolle');
  expect(denied).toHaveLength(refused.reduce((sum, count) => sum + count, 0));
  expect([...new Set(denied.map(({ slag }) => slag))]).toEqual(['DENIED']);
  // Nobody's request went as far as an act.
  const navn = new Set(BRUKERE.map(([bruker]) => bruker));
  expect(rader.filter(({ slag, bruker }) => navn.has(bruker) && slag === 'DISCLOSED')).toEqual([]);
});

test('Z-02: every page lets every role in or tells her that it is not hers', async () => {
  await Promise.all(
    BRUKERE.map(async ([bruker, roller]) => {
      const { cookie } = await signInAs(bruker);
      for (const side of sider.filter(({ handling }) => handling !== null)) {
        const url = `${office.portalUrl}${toSti(side)}`;
        const response = await fetch(url, { headers: { cookie }, redirect: 'manual' });
        const html = await response.text();
        const name = `${bruker}: ${side.mal}`;
        // The start page sends those who have another first page there.
        if (response.status === 307) {
          expect([side.mal, response.headers.get('location')], name).not.toContain('/logg-inn');
          expect(side.mal, name).toBe('/');
          expect(isForRoller(side, roller), name).toBe(false);
          continue;
        }
        expect(response.status, name).toBe(200);
        const erAvvist = /<h1[^>]*>Du har ikke tilgang til denne siden</.test(html);
        expect(erAvvist, name).toBe(!isForRoller(side, roller));
      }
    }),
  );
});

/** Package, user and purpose; the first is also there with the right to know of graded persons. */
const PAKKER = [
  ['offentlig-med-hjemmel', 'saksbehandler', 'saksbehandling'],
  ['offentlig-med-hjemmel', 'saksbehandler-fortrolig', 'saksbehandling'],
  ['offentlig-uten-hjemmel', 'saksbehandler-offentlig-uten-hjemmel', 'grunnopplysninger'],
  ['privat-uten-hjemmel', 'saksbehandler-privat-uten-hjemmel', 'grunnopplysninger'],
  ['finans', 'saksbehandler-finans', 'kundekontroll'],
  ['eid', 'saksbehandler-eid', 'kundekontroll'],
  ['privat', 'saksbehandler-privat', 'identifisering'],
  ['presse', 'saksbehandler-presse', 'identifisering'],
] as const;

type Navn = { fornavn: string; etternavn: string };

/** The ways to one person: by number and by a search that fits her alone. */
async function listKriterier(nummer: string): Promise<Record<string, string>[]> {
  const { navn, foedsel } = await getDokument(nummer);
  const [{ fornavn, etternavn }] = navn as [Navn];
  const [{ foedselsdato }] = foedsel as [{ foedselsdato: string }];

  return [
    { identifikasjonsnummer: nummer },
    { navn: `${fornavn} ${etternavn}`, foedselsdato: foedselsdato.replaceAll('-', '') },
  ];
}

type Bosted = { adressegradering: string };

/** What of a document nobody sees without more: all of it, but of a klientadresse that address alone. */
function keepGradert(gradering: string, dokument: Record<string, unknown>): Record<string, unknown> {
  if (gradering !== 'klientadresse') return dokument;
  const bosteder = dokument.bostedsadresse as Bosted[];

  return { bostedsadresse: bosteder.filter(({ adressegradering }) => adressegradering === gradering) };
}

for (const gradering of ['ordinaer-mor', 'klientadresse', 'fortrolig', 'strengt-fortrolig']) {
  test(`Z-02, Z-05: by number, by search and in a list, every package: where ${gradering} lives is seen only of who is not graded`, async () => {
    const nummer = await getScenarioNummer(gradering);
    const dokument = keepGradert(gradering, await getDokument(nummer));
    expect(listSteder(dokument).length).toBeGreaterThan(0);
    const kriterier = await listKriterier(nummer);
    const seen = await Promise.all(
      PAKKER.map(async ([pakke, bruker, formaal]) => {
        const client = await signInAs(bruker);
        const kontekst = { pakke, formaal, saksreferanse: '2026/1234' };
        const bulk = { ...kontekst, bulkId: null, numre: [nummer] };
        const answers = [
          ...(await Promise.all(
            kriterier.map((en) => client.send('POST', '/api/oppslag', toRequest(en, pakke, formaal))),
          )),
          await client.send('POST', '/api/bulk', bulk),
        ];
        const text = (await Promise.all(answers.map((answer) => answer.text()))).join('\n');

        // Strengt fortrolig has the authority's post box, nobody's home; who may know of her sees it.
        // The register gives it to every package, and says only to the one with hjemmel whose it is.
        const mayKnow = bruker === 'saksbehandler-fortrolig';
        const seesPostboks =
          gradering === 'strengt-fortrolig' && (mayKnow || pakke !== 'offentlig-med-hjemmel');
        const steder = listSteder({ ...dokument, ...(seesPostboks ? { postadresse: [] } : {}) });
        if (!mayKnow) expect(text, bruker).not.toMatch(/fortrolig|"skjermet":true/i);

        return {
          bruker,
          funnet: text.includes('"funnet"'),
          viser: steder.some((sted) => text.includes(sted)),
        };
      }),
    );
    const erGradert = gradering !== 'ordinaer-mor';
    for (const { bruker, viser } of seen) if (erGradert) expect(viser, bruker).toBe(false);
    // That she was found at all, and that the places are such as would be seen.
    expect(seen.filter(({ funnet }) => funnet).length).toBeGreaterThanOrEqual(5);
    if (!erGradert) expect(seen.filter(({ viser }) => viser).length).toBeGreaterThanOrEqual(5);
  });
}
