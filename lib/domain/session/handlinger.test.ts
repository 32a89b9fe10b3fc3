/** Every set of roles (32) against every act, by rules stated here in words of their own. */
import { expect, test } from 'vitest';
import { isAllowed, listHandlinger } from './handlinger.ts';
import { HANDLINGER, ROLLER } from './session.ts';

/** All sets of roles, from none to all five. */
const ROLLESETT = Array.from({ length: 2 ** ROLLER.length }, (_, bits) =>
  ROLLER.filter((_rolle, i) => bits & (1 << i)),
);

/** Columns: one role alone. `x` = allowed. */
const MATRISE = `
                      saksbehandler analytiker leder administrator personvernombud
  oppslag                   x           .        .         .              .
  soek                      x           .        .         .              .
  bulk                      x           .        .         .              .
  avdekking                 x           .        .         .              .
  kontaktoppslag            x           .        .         .              .
  noedtilgang               x           .        .         .              .
  noedtilgangVarsel         .           .        x         .              x
  uttrekk                   .           x        .         .              .
  uttrekkGodkjenning        .           .        x         .              .
  uttrekkVisning            .           x        x         .              .
  mineOppslag               x           x        x         x              x
  revisjonslogg             .           .        .         x              x
  innsyn                    .           .        .         .              x
  kontroll                  .           .        .         .              x
  kontrollBekreftelse       .           .        x         .              .
  drift                     .           .        .         x              .
  tilgang                   .           .        .         x              .
  tilgangVisning            .           .        .         x              x
  tilgangBekreftelse        .           .        .         x              x
  tilgangGjennomgang        .           .        x         x              .
  session                   x           x        x         x              x
`;

test('Z-02: each role alone may do exactly what the matrix says', () => {
  const [roller = [], ...rader] = MATRISE.trim()
    .split('\n')
    .map((rad) => rad.trim().split(/\s+/));
  expect(roller).toEqual([...ROLLER]);
  expect(rader.map(([handling]) => handling)).toEqual([...HANDLINGER]);
  for (const [handling = '', ...celler] of rader) {
    const svar = roller.map((rolle) => isAllowed([rolle], handling));
    expect(
      celler.map((celle) => celle === 'x'),
      handling,
    ).toEqual(svar);
  }
});

test('Z-12: no set of roles lets an administrator or a personvernombud look up persons', () => {
  let sett = 0;
  for (const roller of ROLLESETT) {
    const holderAvstand = !roller.includes('administrator') && !roller.includes('personvernombud');
    for (const handling of ['oppslag', 'soek', 'bulk', 'avdekking', 'kontaktoppslag', 'noedtilgang']) {
      expect(isAllowed(roller, handling), `${handling}: ${roller.join('+')}`).toBe(
        roller.includes('saksbehandler') && holderAvstand,
      );
      sett += 1;
    }
  }
  expect(sett).toBe(192);
});

test('Z-12: no set of roles lets an administrator or a personvernombud order, approve or see an uttrekk', () => {
  for (const roller of ROLLESETT) {
    const holderAvstand = !roller.includes('administrator') && !roller.includes('personvernombud');
    const [analytiker, leder] = [roller.includes('analytiker'), roller.includes('leder')];
    const navn = roller.join('+');
    expect(isAllowed(roller, 'uttrekk'), navn).toBe(analytiker && holderAvstand);
    expect(isAllowed(roller, 'uttrekkGodkjenning'), navn).toBe(leder && holderAvstand);
    expect(isAllowed(roller, 'uttrekkVisning'), navn).toBe((analytiker || leder) && holderAvstand);
  }
});

test('Z-12: nobody can both look up persons and read the revisjonslogg', () => {
  for (const roller of ROLLESETT) {
    expect(isAllowed(roller, 'oppslag') && isAllowed(roller, 'revisjonslogg'), roller.join('+')).toBe(false);
  }
});

test('everyone who is signed in has a session to see and end, also without any role', () => {
  for (const roller of ROLLESETT) expect(isAllowed(roller, 'session')).toBe(true);
});

test('Z-03: an unknown role gives nothing and an unknown act is refused', () => {
  for (const rolle of ['', 'sjef', 'Saksbehandler', '__proto__']) {
    expect(listHandlinger([rolle])).toEqual(['session']);
  }
  for (const handling of ['', 'uttrekket', 'Oppslag', '__proto__', 'constructor']) {
    for (const roller of ROLLESETT) expect(isAllowed(roller, handling)).toBe(false);
  }
});

test('the menus list what is allowed, in the order of the acts', () => {
  expect(listHandlinger(['saksbehandler', 'leder'])).toEqual([
    'oppslag',
    'soek',
    'bulk',
    'avdekking',
    'kontaktoppslag',
    'noedtilgang',
    'noedtilgangVarsel',
    'uttrekkGodkjenning',
    'uttrekkVisning',
    'mineOppslag',
    'kontrollBekreftelse',
    'tilgangGjennomgang',
    'session',
  ]);
  expect(listHandlinger(['saksbehandler', 'personvernombud'])).toEqual([
    'noedtilgangVarsel',
    'mineOppslag',
    'revisjonslogg',
    'innsyn',
    'kontroll',
    'tilgangVisning',
    'tilgangBekreftelse',
    'session',
  ]);
});
