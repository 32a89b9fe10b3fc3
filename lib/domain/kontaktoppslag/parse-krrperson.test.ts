/** What follows of each answer that KRR can give, and that nothing it says is lost. */
import { expect, test } from 'vitest';
import { flattenVerdi } from '#lib/domain/person/flatten-verdi.ts';
import { parseKrrperson } from './parse-krrperson.ts';

const NAA = new Date('2026-11-21T12:00:00Z');
const FERSK = '2026-09-10T21:00:01+02';
const GAMMEL = '2024-01-10T21:00:01+01';
const NUMMER = '12838442208';
const epost = (oppdatert: string, bekreftet = oppdatert) => ({
  epostadresse: 'NULLstillt@default.digdir.no',
  epostadresse_oppdatert: oppdatert,
  epostadresse_sist_verifisert: bekreftet,
});
const mobil = (oppdatert: string) => ({
  mobiltelefonnummer: '+4799999999',
  mobiltelefonnummer_oppdatert: oppdatert,
});
const AKTIV = { personidentifikator: NUMMER, status: 'AKTIV', reservasjon: 'NEI' };
const KAN = { ...AKTIV, varslingsstatus: 'KAN_VARSLES' };
const read = (post: object) => parseKrrperson({ ...post }, NAA);

test.each([
  ['kanVarsles', { ...KAN, kontaktinformasjon: epost(FERSK) }],
  ['kanVarsles', { ...KAN, kontaktinformasjon: mobil(FERSK) }],
  // One way to reach her is enough.
  ['kanVarsles', { ...KAN, kontaktinformasjon: { ...epost(GAMMEL), ...mobil(FERSK) } }],
  // Changed long ago, and confirmed since.
  ['kanVarsles', { ...KAN, kontaktinformasjon: epost(GAMMEL, FERSK) }],
  // Whatever KRR says, 18 months are 18 months.
  ['kanIkkeVarsles', { ...KAN, kontaktinformasjon: { ...epost(GAMMEL), ...mobil(GAMMEL) } }],
  ['kanIkkeVarsles', { ...KAN, kontaktinformasjon: epost('ikke et tidspunkt') }],
  ['kanIkkeVarsles', { ...KAN }],
  ['kanIkkeVarsles', { ...AKTIV, kontaktinformasjon: epost(FERSK) }],
  ['kanIkkeVarsles', { ...AKTIV, varslingsstatus: 'NY_KODE', kontaktinformasjon: epost(FERSK) }],
  ['kanIkkeVarsles', { ...AKTIV, varslingsstatus: 'KAN_IKKE_VARSLES', kontaktinformasjon: epost(FERSK) }],
  // Reserved is the first thing to know, also with an address that could be used.
  ['reservert', { ...KAN, reservasjon: 'JA', kontaktinformasjon: epost(FERSK) }],
  ['reservert', { personidentifikator: NUMMER, reservasjon: 'JA' }],
  ['slettet', { personidentifikator: NUMMER, status: 'SLETTET' }],
  ['ikkeRegistrert', { personidentifikator: NUMMER, status: 'IKKE_REGISTRERT', reservasjon: 'NEI' }],
  // What is absent or not known is never "not reserved".
  ['uavklart', { ...KAN, reservasjon: undefined, kontaktinformasjon: epost(FERSK) }],
  ['uavklart', { ...KAN, reservasjon: 'KANSKJE', kontaktinformasjon: epost(FERSK) }],
  ['uavklart', { ...KAN, status: 'NY_STATUS', kontaktinformasjon: epost(FERSK) }],
  ['uavklart', {}],
])('%s: %j', (konklusjon, post) => {
  expect(read(post).konklusjon).toBe(konklusjon);
});

test('each way to reach her has its own dates', () => {
  const { epost: en, mobil: to } = read({
    ...KAN,
    kontaktinformasjon: { ...epost(GAMMEL), ...mobil(FERSK), mobiltelefonnummer_duplisert: 'JA' },
  });
  expect(en).toEqual({
    verdi: 'NULLstillt@default.digdir.no',
    oppdatert: '2024-01-10T20:00:01.000Z',
    bekreftet: '2024-01-10T20:00:01.000Z',
    erFersk: false,
    erDelt: false,
  });
  expect(to).toEqual({
    verdi: '+4799999999',
    oppdatert: '2026-09-10T19:00:01.000Z',
    bekreftet: null,
    erFersk: true,
    erDelt: true,
  });
});

test('when she reserved herself is told by either field, and only of who has', () => {
  const reservert = { ...AKTIV, reservasjon: 'JA', reservasjon_oppdatert: GAMMEL };
  expect(read(reservert).reservertSiden).toBe('2024-01-10T20:00:01.000Z');
  expect(read({ ...reservert, reservasjonstidspunkt: FERSK }).reservertSiden).toBe(
    '2026-09-10T19:00:01.000Z',
  );
  expect(read({ ...AKTIV, reservasjon_oppdatert: GAMMEL })).toMatchObject({
    reservertSiden: null,
    andre: [{ sti: 'reservasjon_oppdatert', verdi: GAMMEL }],
  });
});

test('fields, codes and moments that are not known are told as they came', () => {
  const { andre, spraak } = read({
    ...KAN,
    varslingsstatus: 'NY_KODE',
    spraak: 'fr',
    spraak_oppdatert: FERSK,
    nytt: { felt: [1, 'to'] },
    kontaktinformasjon: { ...epost('tull'), postboks: 'Postboks 1', mobiltelefonnummer_oppdatert: FERSK },
  });
  expect(spraak).toBeNull();
  expect(andre).toEqual([
    { sti: 'varslingsstatus', verdi: 'NY_KODE' },
    { sti: 'spraak', verdi: 'fr' },
    { sti: 'spraak_oppdatert', verdi: FERSK },
    { sti: 'nytt.felt[0]', verdi: '1' },
    { sti: 'nytt.felt[1]', verdi: 'to' },
    { sti: 'kontaktinformasjon.epostadresse_oppdatert', verdi: 'tull' },
    { sti: 'kontaktinformasjon.epostadresse_sist_verifisert', verdi: 'tull' },
    { sti: 'kontaktinformasjon.postboks', verdi: 'Postboks 1' },
    { sti: 'kontaktinformasjon.mobiltelefonnummer_oppdatert', verdi: FERSK },
  ]);
});

test.each([null, 'tekst', 7, [epost(FERSK)]])(
  'kontaktinformasjon that is no object (%j) loses nothing',
  (verdi) => {
    const { andre, konklusjon } = read({ ...KAN, kontaktinformasjon: verdi });
    expect(konklusjon).toBe('kanIkkeVarsles');
    expect(andre).toEqual(flattenVerdi('kontaktinformasjon', verdi));
  },
);
