/** Options of faults from outside: read whole, or refused with a sentence that helps. */
import { expect, test } from 'vitest';
import { FEIL } from './feilliste.ts';
import { parseFeilvalg } from './parse-feilvalg.ts';
import { RUTER } from './ruter.ts';

test('every option is read', () => {
  const valg = {
    feil: 'drypp',
    andel: 0.5,
    tjeneste: 'xsd',
    pakke: 'finans',
    nummer: '09852400284',
    antall: 1,
    varighetMs: 2,
    froe: 3,
    verdi: 4,
  };
  expect(parseFeilvalg(valg)).toEqual(valg);
  for (const feil of Object.keys(FEIL)) expect(parseFeilvalg({ feil })).toEqual({ feil });
  expect(parseFeilvalg({ feil: 'klokke-skjev', verdi: -120 })).toEqual({ feil: 'klokke-skjev', verdi: -120 });
});

test.each([
  [{ feil: 'toString' }, /^Ukjent feil «toString»\. Kjente: forsinkelse-ms, /],
  [{ feil: 'status-5000' }, /^Ukjent feil «status-5000»\. Mente du status-500\?$/],
  [{ feil: 'henger', andel: 1.1 }, /andel/],
  [{ feil: 'henger', andel: -1 }, /andel/],
  [{ feil: 'henger', antall: '1' }, /antall/],
  [{ feil: 'henger', tjeneste: 'alt' }, /^Ukjent tjeneste «alt»/],
  [{ feil: 'henger', tjeneste: 'bulk' }, /Mente du bulkoppslag\?$/],
  [{ feil: 'henger', pakke: 'banker' }, /^Ukjent pakke «banker»/],
  [{ feil: 'henger', nummer: '1' }, /elleve/],
  [{ feil: 'henger', annet: 1 }, /^Ukjent valg «annet»/],
  [{ feil: 'henger', verdi: 1 }, /^henger tar ikke verdi$/],
  [{ feil: 'drypp', verdi: -1 }, /verdi må være et tall fra 0/],
  [{ feil: 'batch-tom', tjeneste: 'oppslag' }, /^batch-tom gjelder bare uttrekkBatch$/],
  [{ feil: 'tilkobling-nektes', andel: 0.5 }, /kan ikke begrenses med andel/],
  [{ feil: 'tregt-haandtrykk', nummer: '09852400284' }, /kan ikke begrenses med nummer/],
  [{ feil: 'tls-utloept', tjeneste: 'soek' }, /hele registeret/],
  [{ feil: 'klientsertifikat-tilbakekalt', tjeneste: 'krr' }, /gjelder bare registeret/],
  [{ feil: 'token-ugyldig', tjeneste: 'krr' }, /gjelder bare maskinporten/],
  [null, /objekt/],
])('%j is refused with a sentence', (valg, setning) => {
  expect(() => parseFeilvalg(valg)).toThrow(setning);
});

test('the templates and services that faults are for are those of the register', () => {
  for (const [navn, { gjelder }] of Object.entries(FEIL)) {
    const maler = gjelder?.maler;
    if (!maler) continue;
    const ruter = RUTER.filter(({ mal }) => maler.includes(mal));
    expect(ruter.map(({ mal }) => mal).sort(), navn).toEqual(maler.toSorted());
    expect(new Set(ruter.map(({ tjeneste }) => tjeneste)), navn).toEqual(new Set(gjelder.tjenester));
  }
});
