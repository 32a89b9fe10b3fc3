/** Four eyes: when they are needed, and whose they may not be (F-10, Z-12). */
import { expect, test } from 'vitest';
import { ROLLER, type Rolle } from '#lib/domain/session/session.ts';
import { canGodkjenne, listGodkjenningsgrunner } from './decide-godkjenning.ts';
import type { Stoerrelse } from './forhaandskontroll.ts';
import { createBestilling } from './test-bestilling.ts';

const FAA = { minst: 10, hoeyst: 1_000 };
const grunner = (bestilling = createBestilling(), stoerrelse: Stoerrelse = FAA, erPlan = false) =>
  listGodkjenningsgrunner(bestilling, stoerrelse, { erPlan, kanSkilleUt: false });

test('a thousand ordinary rows need nobody; one more, or an unknown number, do', () => {
  expect(grunner()).toEqual([]);
  expect(grunner(undefined, { minst: 900, hoeyst: 1_001 })).toEqual(['mange']);
  expect(grunner(undefined, { minst: 5, hoeyst: null })).toEqual(['mange']);
});

test('what is taushetsbelagt, whole documents, everything and a plan always do', () => {
  const felter = (...ider: string[]) =>
    createBestilling({ innhold: { slag: 'felter', felter: ider, perDato: null } });
  expect(grunner(felter('foedsel.foedselsaar', 'familie.mor'))).toEqual(['taushetsbelagt']);
  expect(grunner(felter('ukjent.felt'))).toEqual(['taushetsbelagt']);
  expect(grunner(createBestilling({ innhold: { slag: 'dokumenter' } }))).toEqual(['dokumenter']);
  expect(grunner(createBestilling({ kilde: { slag: 'komplett', sekvensnummer: null } }))).toEqual([
    'komplett',
  ]);
  expect(grunner(undefined, undefined, true)).toEqual(['plan']);
});

test('Z-12: over all pairs of role sets, only a leder with the package approves, and never her own', () => {
  const sett = Array.from({ length: 2 ** ROLLER.length }, (_, bits) =>
    ROLLER.filter((_rolle, i) => bits & (1 << i)),
  );
  const rettigheter = (roller: readonly Rolle[]) => ({
    roller: [...roller],
    pakker: ['finans' as const],
    skjermingsrett: 'ingen' as const,
    skjermede: false,
  });
  let par = 0;
  for (const roller of sett) {
    const avstand = !roller.includes('administrator') && !roller.includes('personvernombud');
    for (const eierId of ['jeg', 'du']) {
      for (const pakke of ['finans', 'eid'] as const) {
        const kan = canGodkjenne({ brukerId: 'jeg', rettigheter: rettigheter(roller) }, { eierId, pakke });
        expect(kan, roller.join('+')).toBe(
          roller.includes('leder') && avstand && eierId === 'du' && pakke === 'finans',
        );
        par += 1;
      }
    }
  }
  expect(par).toBe(128);
});
