/** What the sentences say, word for word and in each language: they are what a lawyer reads instead of the rows. */
import compile from 'icu-minify/compile';
import format from 'icu-minify/format';
import type { Locale } from 'next-intl';
import { expect, test } from 'vitest';
import { findTekst } from '#components/person/tekster.ts';
import { type Loggord, writeSetning } from '#components/revisjonslogg/setning.ts';
import { getFormat } from '#components/ui/format.ts';
import type { Hendelsesslag, Logghandling, Loggrad } from '#lib/domain/revisjonslogg/logghandling.ts';
import { HANDLINGER } from '#lib/domain/session/session.ts';
import { en } from '#messages/en.ts';
import { messages } from '#messages/messages.ts';
import { nn } from '#messages/nn.ts';

const FORMATTERS = {
  getDateTimeFormat: (...valg: ConstructorParameters<typeof Intl.DateTimeFormat>) =>
    new Intl.DateTimeFormat(...valg),
  getNumberFormat: (...valg: ConstructorParameters<typeof Intl.NumberFormat>) =>
    new Intl.NumberFormat(...valg),
  getPluralRules: (...valg: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...valg),
};
const SPRAAK = { nb: messages, nn, en };

function toOrd(spraak: Locale): Loggord {
  const { revisjonslogg, person } = SPRAAK[spraak];
  const finn = (...sti: string[]) => findTekst(revisjonslogg, sti);

  return {
    t: (noekkel, verdier = {}) =>
      String(
        format(compile(finn('setning', ...noekkel.split('.')) ?? noekkel), spraak, verdier, {
          formatters: FORMATTERS,
        }),
      ),
    findHva: (handling) => finn('setning', 'hva', handling),
    showHandling: (handling) => finn('handling', handling) ?? handling,
    showUtfall: (utfall) => finn('utfall', utfall) ?? utfall,
    showFormaal: () => 'Saksbehandling',
    showEgenskap: (egenskap) => findTekst(person, ['egenskap', egenskap]) ?? egenskap,
    showDel: (del) => del,
    showListe: getFormat(spraak).showListe,
  };
}

const toRad = (slag: Hendelsesslag, endret: Partial<Loggrad> = {}): Loggrad => ({
  id: '1',
  kallId: 'a',
  tidspunkt: '2026-11-21T12:00:00.000Z',
  slag,
  utfall: null,
  antall: null,
  deler: [],
  felter: [],
  avtrykk: null,
  subjekter: [],
  harFlereSubjekter: false,
  ...endret,
});

function toHandling(handling: string, ...rader: Loggrad[]): Logghandling {
  return {
    id: 'x',
    handlingId: 'h',
    handling,
    bruker: 'kari',
    navn: 'Kari Nordmann',
    mottaker: null,
    enhet: null,
    formaal: 'saksbehandling',
    saksreferanse: '2026/123',
    pakke: null,
    rader,
    harFlereRader: false,
  };
}

const intent = toRad('INTENT');
const OPPSLAG = toHandling(
  'OPPSLAG',
  intent,
  toRad('DISCLOSED', {
    utfall: 'funnet',
    felter: ['bostedsadresse.vegadresse', 'bostedsadresse.poststed', 'familierelasjon'],
  }),
);
const skriv = (handling: Logghandling, spraak: Locale = 'nb') =>
  writeSetning(handling, 'navn', toOrd(spraak));

test('an oppslag says who, why and what was shown, in three languages', () => {
  expect(skriv(OPPSLAG)).toBe(
    'Kari Nordmann (kari) slo opp én person for Saksbehandling, sak 2026/123, og fikk vist bostedsadresse og familierelasjoner.',
  );
  expect(skriv(OPPSLAG, 'nn')).toBe(
    'Kari Nordmann (kari) slo opp éin person for Saksbehandling, sak 2026/123, og fekk vist bustadadresse og familierelasjonar.',
  );
  expect(skriv(OPPSLAG, 'en')).toMatch(
    /^Kari Nordmann \(kari\) looked up one person for Saksbehandling, case 2026\/123, and was shown .+ and .+\.$/,
  );
  expect(writeSetning({ ...OPPSLAG, formaal: null, saksreferanse: null }, 'du', toOrd('nb'))).toBe(
    'Du slo opp én person, og fikk vist bostedsadresse og familierelasjoner.',
  );
});

test.each([
  ['BULK', toRad('DISCLOSED', { utfall: 'rader', antall: 2, kallId: 'a' }), 'og fikk vist 2 personer.'],
  ['OPPSLAG', toRad('DISCLOSED', { utfall: 'ingenEntydigTreff' }), 'at ingen entydig person passet.'],
  ['OPPSLAG', toRad('DENIED', { utfall: 'manglerPakke' }), 'men ble avvist: Mangler rettighetspakke.'],
  ['OPPSLAG', toRad('FAILED', { utfall: 'tidsavbrudd' }), 'svar: Folkeregisteret svarte ikke i tide.'],
  ['OPPSLAG', toRad('UNRESOLVED', { utfall: 'uavklart' }), 'og det er ikke kjent hva som ble vist.'],
  ['OPPSLAG', intent, 'og er ikke ferdig.'],
  [
    'NYTT_SLAG',
    toRad('DISCLOSED', { utfall: 'nytt' }),
    'gjorde dette: NYTT_SLAG for Saksbehandling, sak 2026/123.',
  ],
])('%s that ended %o', (handling, slutt, ventet) => {
  expect(skriv(toHandling(handling, intent, slutt))).toContain(ventet);
});

test('every kind of act that the log knows by name is a verb too, also one that was refused for the role', () => {
  const { handling: navn, setning } = messages.revisjonslogg;
  const avvist = HANDLINGER.map((handling) => handling.toUpperCase());
  expect(avvist.filter((handling) => !Object.hasOwn(navn, handling))).toEqual([]);
  expect(Object.keys(navn).filter((handling) => !Object.hasOwn(setning.hva, handling))).toEqual([]);
});

test('one call whose end nobody knows makes the act unknown, until its end comes late', () => {
  const kjent = toRad('DISCLOSED', { utfall: 'rader', antall: 1 });
  const ukjent = toRad('UNRESOLVED', { utfall: 'uavklart', kallId: 'b' });
  const sen = toRad('DISCLOSED', { utfall: 'rader', antall: 2, kallId: 'b' });
  expect(skriv(toHandling('BULK', intent, kjent, ukjent))).toContain('ikke kjent');
  expect(skriv(toHandling('BULK', intent, kjent, ukjent, sen))).toContain('fikk vist 3 personer');
});

test('a change of access says whose, by name and as she signs in, in three languages', () => {
  const gitt = toHandling('TILGANG_GI', intent, toRad('DISCLOSED', { utfall: 'utfoert' }));
  const endret = { formaal: null, saksreferanse: null, mottaker: { bruker: 'ola', navn: 'Ola Hansen' } };
  expect(skriv({ ...gitt, ...endret })).toBe(
    'Kari Nordmann (kari) ga en bruker en rettighet, det gjaldt Ola Hansen (ola).',
  );
  expect(skriv({ ...gitt, ...endret }, 'nn')).toContain('det galdt Ola Hansen (ola)');
  expect(skriv({ ...gitt, ...endret }, 'en')).toContain('concerning Ola Hansen (ola)');
  const avvist = toHandling('TILGANG_SPERR', toRad('DENIED', { utfall: 'egenTilgang' }));
  const utenNavn = { ...avvist, ...endret, mottaker: { bruker: 'ola', navn: null } };
  expect(skriv(utenNavn)).toContain('sperret en bruker, det gjaldt ola, men ble avvist');
});

test('signing in, out and in vain are told apart', () => {
  const uten = { formaal: null, saksreferanse: null };
  const inn = (slag: Hendelsesslag) => skriv({ ...toHandling('INNLOGGING', toRad(slag)), ...uten });
  expect(inn('LOGIN')).toBe('Kari Nordmann (kari) logget inn.');
  expect(inn('LOGOUT')).toBe('Kari Nordmann (kari) logget ut.');
  expect(inn('DENIED')).toContain('forsøkte å logge inn');
});

test('more than four kinds of what was shown are counted', () => {
  const felter = ['navn', 'kjoenn', 'foedsel', 'sivilstand', 'status', 'opphold'];
  const mange = toHandling('OPPSLAG', intent, toRad('DISCLOSED', { utfall: 'funnet', felter }));
  expect(skriv(mange)).toContain('og fikk vist navn, kjønn, fødsel, sivilstand og 2 til.');
});
