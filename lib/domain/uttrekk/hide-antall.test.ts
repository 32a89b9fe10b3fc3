/** F-11: which numbers of persons are kept back, state by state. */
import { expect, test } from 'vitest';
import { isAntallSkjult } from './hide-antall.ts';
import { MED_RESULTAT, TILSTANDER } from './tilstand.ts';

const grunnlag = (identifikatorer: number, feil: string | null = null) => ({
  tilstand: 'henter' as const,
  feil,
  fremdrift: { identifikatorer },
});

test('one to nineteen are kept back where they are not given out, and nobody where they are', () => {
  const antall = [0, 1, 19, 20];
  expect(antall.map((en) => isAntallSkjult('avslaa', grunnlag(en)))).toEqual([false, true, true, false]);
  expect(antall.some((en) => isAntallSkjult('begrunn', grunnlag(en)))).toBe(false);
});

test('what was refused has its number kept back, however large it looked and whatever is decided since', () => {
  for (const avFaa of ['avslaa', 'begrunn'] as const)
    expect(isAntallSkjult(avFaa, { ...grunnlag(25, 'faaPersoner'), tilstand: 'avbrutt' })).toBe(true);
});

test('what was given out before it was decided is told as it was, and nothing else', () => {
  const skjulte = TILSTANDER.filter((tilstand) => isAntallSkjult('avslaa', { ...grunnlag(12), tilstand }));
  expect(skjulte).toEqual(TILSTANDER.filter((tilstand) => !MED_RESULTAT.includes(tilstand)));
});
