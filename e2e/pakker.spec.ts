/** Z-02, P-07: each rettighetspakke, from the demo user that has it, through the portal to the register and back. */
import { expect, test } from '@playwright/test';
import { countCalls, getDokument, getScenarioNummer, setScenario } from './support/office.ts';
import { signInAs, toRequest } from './support/oppslag.ts';
import { getLastId, listRaderAfter } from './support/revisjonslogg.ts';

type Seksjon = { egenskap: string; tilstand: string };

/** pakke, user, purpose, whether personer/{id} is in it, whether it shows the number (null: when asked), whether familierelasjon is in it. */
const PAKKER = [
  ['offentlig-med-hjemmel', 'saksbehandler', 'saksbehandling', true, true, true],
  ['offentlig-uten-hjemmel', 'saksbehandler-offentlig-uten-hjemmel', 'grunnopplysninger', true, true, false],
  ['privat-uten-hjemmel', 'saksbehandler-privat-uten-hjemmel', 'grunnopplysninger', true, true, false],
  ['finans', 'saksbehandler-finans', 'kundekontroll', true, true, true],
  ['eid', 'saksbehandler-eid', 'kundekontroll', true, true, false],
  ['privat', 'saksbehandler-privat', 'identifisering', false, null, false],
  ['presse', 'saksbehandler-presse', 'identifisering', false, null, false],
  [
    'privat-uten-folkeregisteridentifikator',
    'saksbehandler-privat-uten-folkeregisteridentifikator',
    'identifisering',
    false,
    false,
    false,
  ],
  [
    'presse-uten-folkeregisteridentifikator',
    'saksbehandler-presse-uten-folkeregisteridentifikator',
    'identifisering',
    false,
    false,
    false,
  ],
] as const;

let nummer: string;
let navn: string;
let foedselsdato: string;

test.beforeAll(async () => {
  await setScenario('normal');
  nummer = await getScenarioNummer('ordinaer-mor');
  const dokument = await getDokument(nummer);
  const [gjeldende] = dokument.navn as { fornavn: string; etternavn: string }[];
  navn = `${gjeldende?.fornavn} ${gjeldende?.etternavn}`;
  foedselsdato = (dokument.foedsel as { foedselsdato: string }[])[0]?.foedselsdato.replaceAll('-', '') ?? '';
});

for (const [pakke, bruker, formaal, harOppslag, visesNummer, harFamilie] of PAKKER) {
  test(`${pakke}: entydig søk gives what the package has, and says what it has not`, async () => {
    const client = await signInAs(bruker);
    const response = await client.send(
      'POST',
      '/api/oppslag',
      toRequest({ navn, foedselsdato }, pakke, formaal),
    );
    const result = await response.json();
    expect(result.utfall).toBe('funnet');
    expect(result.person.hode.navn).toContain(navn.split(' ')[1]);
    if (visesNummer !== null) expect(result.person.hode.identifikasjonsnummer === nummer).toBe(visesNummer);
    if (visesNummer === false) expect(JSON.stringify(result)).not.toContain(nummer);
    const seksjoner: Seksjon[] = result.person.seksjoner;
    const relasjon = seksjoner
      .filter(({ egenskap }) => egenskap === 'familierelasjon')
      .map(({ tilstand }) => tilstand);
    expect(relasjon.length).toBeGreaterThan(0);
    for (const tilstand of relasjon) expect(tilstand === 'ikkeIPakken').toBe(!harFamilie);
  });

  test(`${pakke}: oppslag by number alone is ${harOppslag ? 'made' : 'refused before any call, with a DENIED row'}`, async () => {
    const client = await signInAs(bruker);
    const [calls, before] = [await countCalls(), await getLastId()];
    const response = await client.send(
      'POST',
      '/api/oppslag',
      toRequest({ identifikasjonsnummer: nummer }, pakke, formaal),
    );
    const result = await response.json();
    const slag = (await listRaderAfter(before)).map((rad) => rad.slag);
    if (harOppslag) {
      expect(result.utfall).toBe('funnet');
      expect(slag).toEqual(['INTENT', 'DISCLOSED']);
    } else {
      expect(result).toMatchObject({ utfall: 'avvist', grunn: 'manglerTjeneste' });
      expect(slag).toEqual(['DENIED']);
      expect(await countCalls()).toBe(calls);
    }
  });
}

test('a package that the user does not have is refused before any call', async () => {
  const client = await signInAs('saksbehandler-presse');
  const calls = await countCalls();
  const request = toRequest({ identifikasjonsnummer: nummer }, 'offentlig-med-hjemmel', 'saksbehandling');
  expect(await (await client.send('POST', '/api/oppslag', request)).json()).toMatchObject({
    utfall: 'avvist',
    grunn: 'manglerPakke',
  });
  expect(await countCalls()).toBe(calls);
});
