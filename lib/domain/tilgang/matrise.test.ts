/** The matrix that people read against what decides: every role, package, grading and act. */
import { describe, expect, test } from 'vitest';
import shippedFormaal from '#config/formaal.json' with { type: 'json' };
import { decideBulk } from '#lib/domain/bulk/decide-bulk.ts';
import { Formaalskatalog } from '#lib/domain/formaal/formaal.ts';
import { decideOppslag } from '#lib/domain/oppslag/decide-oppslag.ts';
import { parsePerson } from '#lib/domain/person/parse-person.ts';
import { PAKKER, type Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { RETTIGHETSPAKKER } from '#lib/domain/rettighetspakke/rettighetspakker.ts';
import { isAllowed } from '#lib/domain/session/handlinger.ts';
import { HANDLINGER, ROLLER } from '#lib/domain/session/session.ts';
import { decideSoek } from '#lib/domain/soek/decide-soek.ts';
import { createEksempelperson } from './eksempelperson.ts';
import { listVisninger } from './eksempelvisning.ts';
import { EKSEMPELGRADERINGER } from './graderinger.ts';
import { findCelle, TJENESTER_FOR } from './matrise.ts';
import type { Rettigheter } from './tilgang.ts';

const visninger = listVisninger();
const katalog = Formaalskatalog.parse(shippedFormaal);

/** What the masking's table of skjerming.ts says, in words of its own. */
test('the address of each grading is where the rules of skjerming say', () => {
  expect(visninger).toEqual({
    ugradert: { ingen: 'vises', fortrolig: 'vises', avdekket: 'vises' },
    klientadresse: { ingen: 'ikkeOmtalt', fortrolig: 'skjermet', avdekket: 'vises' },
    fortrolig: { ingen: 'ikkeOmtalt', fortrolig: 'skjermet', avdekket: 'vises' },
    strengtFortrolig: { ingen: 'ikkeOmtalt', fortrolig: 'skjermet', avdekket: 'skjermet' },
  });
});

test('Z-02: every cell of role × act × package × grading agrees with the role, and nobody reads what she may not', () => {
  let celler = 0;
  for (const rolle of ROLLER)
    for (const pakke of PAKKER)
      for (const skjermingsrett of ['ingen', 'fortrolig'] as const)
        for (const handling of HANDLINGER)
          for (const gradering of EKSEMPELGRADERINGER) {
            const celle = findCelle(
              handling,
              gradering,
              { roller: [rolle], pakke, skjermingsrett },
              visninger,
            );
            expect(celle === 'ikkeRollen', `${rolle} ${handling}`).toBe(!isAllowed([rolle], handling));
            // Strengt fortrolig is shown to nobody, and without the right nothing graded is so much as mentioned.
            if (gradering === 'strengtFortrolig') expect(celle).not.toBe('vises');
            if (gradering !== 'ugradert' && skjermingsrett === 'ingen')
              expect(['vises', 'skjermet']).not.toContain(celle);
            celler += 1;
          }
  expect(celler).toBe(5 * 9 * 2 * HANDLINGER.length * 4);
});

describe('the services that an act needs are those that its decision asks for', () => {
  const kontekst = (pakke: Pakke) => {
    const formaal = katalog.find((en) => en.pakker.includes(pakke) && en.til.includes('oppslag'));
    if (formaal === undefined) throw new Error(`no purpose for ${pakke}`);
    return { pakke, formaal: formaal.id, saksreferanse: '2026/1' };
  };
  const rettigheter: Rettigheter = {
    roller: ['saksbehandler'],
    pakker: [...PAKKER],
    skjermingsrett: 'ingen',
    skjermede: false,
  };
  const isUtenTjeneste = (svar: { kind: string; grunn?: string }) => svar.grunn === 'manglerTjeneste';
  const mangler = (handling: 'soek' | 'bulk' | 'avdekking', pakke: Pakke) =>
    !(TJENESTER_FOR[handling] ?? []).every((en) => RETTIGHETSPAKKER[pakke].tjenester.includes(en));

  test.each(PAKKER)('%s', (pakke) => {
    const felles = kontekst(pakke);
    const numre = ['15817500075'];
    const bulk = decideBulk({ ...felles, numre, bulkId: null }, rettigheter, katalog);
    expect(isUtenTjeneste(bulk)).toBe(mangler('bulk', pakke));
    const soek = decideSoek({ ...felles, kriterier: {} }, rettigheter, katalog);
    expect(isUtenTjeneste(soek)).toBe(mangler('soek', pakke));
    const request = { ...felles, kriterier: { identifikasjonsnummer: '03851598730' } };
    const oppslag = decideOppslag({ rettigheter, request, formaalskatalog: katalog });
    expect(isUtenTjeneste(oppslag)).toBe(mangler('avdekking', pakke));
  });
});

test('the example is a document that the model knows, with and without every package', () => {
  for (const pakke of PAKKER)
    for (const gradering of EKSEMPELGRADERINGER) {
      const { ukjent, avvik, egenskaper } = parsePerson(createEksempelperson(gradering, pakke));
      expect([...ukjent, ...avvik]).toEqual([]);
      const kommer = Object.keys(egenskaper).filter((navn) => navn !== 'adressebeskyttelse');
      for (const navn of kommer) expect(RETTIGHETSPAKKER[pakke].egenskaper).toContain(navn);
      expect(kommer.length).toBeGreaterThan(8);
    }
  const sivilstand = (pakke: Pakke) => createEksempelperson('ugradert', pakke).sivilstand?.[0];
  expect(sivilstand('finans')).toHaveProperty('relatertVedSivilstand');
  expect(sivilstand('privat')).not.toHaveProperty('relatertVedSivilstand');
});
