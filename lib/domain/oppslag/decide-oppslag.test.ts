/** The decision before the register is called: allowed only when every rule says so, and the first no is the reason. */
import { expect, test } from 'vitest';
import shipped from '#config/formaal.json' with { type: 'json' };
import { Formaalskatalog } from '#lib/domain/formaal/formaal.ts';
import { EGENSKAPER } from '#lib/domain/rettighetspakke/egenskaper.ts';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { PAKKER } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { egenskaperFor } from '#lib/domain/rettighetspakke/rettighetspakker.ts';
import { ROLLER } from '#lib/domain/session/session.ts';
import type { Rettigheter } from '#lib/domain/tilgang/tilgang.ts';
import { decideOppslag } from './decide-oppslag.ts';
import type { Kriterier, OppslagRequest } from './oppslag.ts';

const formaalskatalog = Formaalskatalog.parse(shipped);
const NUMMER: Kriterier = { identifikasjonsnummer: '03851598730' };
const NAVN_OG_DATO: Kriterier = { navn: 'SMIDIG KOPP', foedselsdato: '20150503' };

function decide(request: Partial<OppslagRequest> = {}, rettigheter: Partial<Rettigheter> = {}) {
  return decideOppslag({
    rettigheter: {
      roller: ['saksbehandler'],
      pakker: [...PAKKER],
      skjermingsrett: 'ingen',
      skjermede: false,
      ...rettigheter,
    },
    request: {
      kriterier: NUMMER,
      pakke: 'offentlig-med-hjemmel',
      formaal: 'saksbehandling',
      saksreferanse: '2026/1',
      ...request,
    },
    formaalskatalog,
  });
}
const avvist = (grunn: string, felt: string | null = null) => ({ kind: 'avvist', grunn, felt });

test('a caseworker with package and purpose is allowed, and the parts are the purpose own', () => {
  expect(decide()).toMatchObject({
    kind: 'tillatt',
    tjeneste: 'oppslag',
    ikkeIPakken: [],
    deler: formaalskatalog.find(({ id }) => id === 'saksbehandling')?.deler,
    formaal: { id: 'saksbehandling', hjemmel: 'Folkeregisterloven § 10-2' },
  });
});

test('a number alone is an oppslag, everything else an entydig soek', () => {
  expect(decide({ kriterier: NUMMER })).toMatchObject({ tjeneste: 'oppslag' });
  expect(decide({ kriterier: NAVN_OG_DATO })).toMatchObject({ tjeneste: 'entydigsoek' });
  expect(decide({ kriterier: { ...NUMMER, ...NAVN_OG_DATO } })).toMatchObject({ tjeneste: 'entydigsoek' });
});

test('every role but saksbehandler is refused, and so is no role', () => {
  for (const roller of [[], ...ROLLER.filter((rolle) => rolle !== 'saksbehandler').map((rolle) => [rolle])]) {
    expect(decide({}, { roller })).toEqual(avvist('manglerRolle'));
  }
});

test('a package that the user does not have is refused, whichever others she has', () => {
  for (const pakke of PAKKER) {
    expect(
      decide({ pakke, formaal: 'identifisering' }, { pakker: PAKKER.filter((egen) => egen !== pakke) }),
    ).toEqual(avvist('manglerPakke'));
  }
});

test('a purpose must exist and be for the package', () => {
  expect(decide({ formaal: 'nysgjerrighet' })).toEqual(avvist('ukjentFormaal'));
  expect(decide({ formaal: 'kundekontroll' })).toEqual(avvist('formaalIkkeForPakken'));
  expect(decide({ formaal: 'statistikk' })).toEqual(avvist('formaalIkkeTilDette'));
});

test('Z-09: the case number must be given where the purpose demands it, and only there', () => {
  expect(decide({ saksreferanse: '' })).toEqual(avvist('manglerSaksreferanse'));
  expect(decide({ saksreferanse: '', formaal: 'identifisering' })).toMatchObject({ kind: 'tillatt' });
});

test('a criterion with a fault is refused by its field, and no call is decided', () => {
  expect(decide({ kriterier: { identifikasjonsnummer: '0385' } })).toEqual(
    avvist('ugyldigKriterium', 'identifikasjonsnummer'),
  );
  expect(decide({ kriterier: { ...NUMMER, navn: 'KOPP' } })).toEqual(avvist('ugyldigKriterium', 'navn'));
  expect(decide({ kriterier: { ...NAVN_OG_DATO, husnummer: 'B' } })).toEqual(
    avvist('ugyldigKriterium', 'husnummer'),
  );
});

test('a number alone is refused in the packages that lack oppslag, and allowed with a name', () => {
  const utenOppslag: Pakke[] = [
    'privat',
    'privat-uten-folkeregisteridentifikator',
    'presse',
    'presse-uten-folkeregisteridentifikator',
  ];
  for (const pakke of PAKKER) {
    const request = { pakke, formaal: 'identifisering' };
    expect(decide(request), pakke).toEqual(
      utenOppslag.includes(pakke) ? avvist('manglerTjeneste') : expect.objectContaining({ kind: 'tillatt' }),
    );
    expect(decide({ ...request, kriterier: { ...NUMMER, navn: 'SMIDIG KOPP' } })).toMatchObject({
      kind: 'tillatt',
      tjeneste: 'entydigsoek',
    });
  }
});

test('criteria without rett til treff in the package are refused', () => {
  const kriterier = { navn: 'SMIDIG KOPP', utenlandskpersonidentifikasjon: 'AFG-1458-4555' };
  expect(decide({ kriterier })).toMatchObject({ kind: 'tillatt' });
  expect(decide({ kriterier, pakke: 'finans', formaal: 'identifisering' })).toEqual(
    avvist('manglerRettTilTreff'),
  );
  expect(decide({ kriterier: {} })).toEqual(avvist('manglerRettTilTreff'));
  expect(decide({ kriterier: { navn: 'SMIDIG KOPP', soekFonetisk: true } })).toEqual(
    avvist('manglerRettTilTreff'),
  );
});

test('what the purpose asks for and the package lacks is left out of the call and told', () => {
  expect(decide({ pakke: 'finans', formaal: 'identifisering' })).toMatchObject({
    deler: ['navn', 'status', 'bostedsadresse'],
    ikkeIPakken: ['adressebeskyttelse'],
  });
});

test('Z-11: whatever is allowed names its parts, for every purpose in every package of it', () => {
  let par = 0;
  for (const formaal of formaalskatalog.filter(({ til }) => til.includes('oppslag'))) {
    for (const pakke of formaal.pakker) {
      const decision = decide({ pakke, formaal: formaal.id, kriterier: NAVN_OG_DATO });
      expect(
        decision.kind === 'tillatt' && decision.deler.some((del) => del !== 'historikk'),
        formaal.id,
      ).toBe(true);
      par += 1;
    }
  }
  expect(par).toBe(22);
});

test('Z-11: a part that the user adds goes after those of the purpose, and the answer says which were added', () => {
  const smalt = { formaal: 'identifisering', saksreferanse: '' };
  expect(decide({ ...smalt, tilleggsdeler: ['familierelasjon', 'historikk'] })).toMatchObject({
    deler: ['navn', 'status', 'adressebeskyttelse', 'bostedsadresse', 'familierelasjon', 'historikk'],
    tilleggsdeler: ['familierelasjon', 'historikk'],
  });
  // What the purpose asks for already is no addition, by its own name or inside an alias.
  expect(decide({ ...smalt, tilleggsdeler: ['navn'] })).toMatchObject({ tilleggsdeler: [] });
  expect(decide({ tilleggsdeler: ['navn', 'familierelasjon'] })).toMatchObject({ tilleggsdeler: [] });
});

test('Z-11: a part that the package lacks cannot be added, in any package', () => {
  for (const pakke of PAKKER) {
    const request = { pakke, formaal: 'identifisering', kriterier: NAVN_OG_DATO };
    for (const del of EGENSKAPER) {
      const har = egenskaperFor(pakke).has(del);
      expect(decide({ ...request, tilleggsdeler: [del] }), `${pakke} ${del}`).toMatchObject(
        har ? { kind: 'tillatt' } : avvist('tilleggIkkeIPakken'),
      );
    }
  }
});

test('the first rule that says no is the reason', () => {
  const alt: Partial<OppslagRequest> = { formaal: 'x', saksreferanse: '', kriterier: { navn: 'K' } };
  expect(decide(alt, { roller: [], pakker: [] })).toEqual(avvist('manglerRolle'));
  expect(decide(alt, { pakker: [] })).toEqual(avvist('manglerPakke'));
  expect(decide(alt)).toEqual(avvist('ukjentFormaal'));
  expect(decide({ ...alt, formaal: 'saksbehandling' })).toEqual(avvist('manglerSaksreferanse'));
});
