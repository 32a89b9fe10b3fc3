/** Z-02, Z-03: the rules of an oppslag hold for asking KRR, and a package without the grading cannot. */
import { expect, test } from 'vitest';
import shippedFormaal from '#config/formaal.json' with { type: 'json' };
import { Formaalskatalog } from '#lib/domain/formaal/formaal.ts';
import { PAKKER } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import type { Kontekst } from '#lib/domain/session/session.ts';
import type { Rettigheter } from '#lib/domain/tilgang/tilgang.ts';
import { decideKontaktoppslag } from './decide-kontaktoppslag.ts';

const formaalskatalog = Formaalskatalog.parse(shippedFormaal);
const rettigheter: Rettigheter = {
  roller: ['saksbehandler'],
  pakker: [...PAKKER],
  skjermingsrett: 'ingen',
  skjermede: false,
};
const kontekst: Kontekst = {
  pakke: 'offentlig-med-hjemmel',
  formaal: 'saksbehandling',
  saksreferanse: '2026/1',
};
const decide = (endret: Partial<Kontekst> = {}, egne: Partial<Rettigheter> = {}) =>
  decideKontaktoppslag({
    rettigheter: { ...rettigheter, ...egne },
    kontekst: { ...kontekst, ...endret },
    formaalskatalog,
  });

test('a caseworker with package, purpose and case may', () => {
  expect(decide()).toMatchObject({ kind: 'tillatt', formaal: { id: 'saksbehandling' } });
});

const NEKTET: [Partial<Kontekst>, Partial<Rettigheter>, string][] = [
  [{}, { roller: ['leder'] }, 'manglerRolle'],
  [{}, { roller: ['saksbehandler', 'administrator'] }, 'manglerRolle'],
  [{}, { pakker: ['finans'] }, 'manglerPakke'],
  [{ formaal: 'finnes-ikke' }, {}, 'ukjentFormaal'],
  [{ saksreferanse: '' }, {}, 'manglerSaksreferanse'],
];
test.each(NEKTET)('with %j and %j: %s', (endret, egne, grunn) => {
  expect(decide(endret, egne)).toEqual({ kind: 'avvist', grunn });
});

test('in every other package it is refused for want of the service, whatever the purpose', () => {
  for (const pakke of PAKKER.filter((en) => en !== 'offentlig-med-hjemmel')) {
    const formaal = formaalskatalog.find((en) => en.pakker.includes(pakke) && en.til.includes('oppslag'));
    const svar = decide({ pakke, formaal: formaal?.id ?? '' });
    expect(svar, pakke).toEqual({ kind: 'avvist', grunn: 'manglerTjeneste' });
  }
});
