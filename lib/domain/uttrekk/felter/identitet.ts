/** The fields that say who a person is and how things stand with her. Source: freg-contract.md section 2. */
import { findKommunenavn } from '#lib/domain/kodeverk/kommuner.ts';
import { findLandnavn } from '#lib/domain/kodeverk/land.ts';
import { type ElementAv, feltFor } from './felt.ts';

const nummer = feltFor('identifikasjonsnummer', 'nummer');
const navn = feltFor('navn', 'navn');
const foedsel = feltFor('foedsel', 'foedsel');
const kjoenn = feltFor('kjoenn', 'kjoenn');
const status = feltFor('status', 'status');
const doedsfall = feltFor('doedsfall', 'doedsfall');
const grunnlag = feltFor('identitetsgrunnlag', 'identitetsgrunnlag');
const utenlandsk = feltFor('utenlandskPersonidentifikasjon', 'utenlandskId', { taushetsbelagt: true });

const land = (kode: string | undefined): string | null => (kode === undefined ? null : findLandnavn(kode));

const heltNavn = ({ fornavn, mellomnavn, etternavn }: ElementAv<'navn'>): string =>
  [fornavn, mellomnavn, etternavn].filter((del) => del !== undefined).join(' ');

export const IDENTITETSFELTER = [
  nummer.en('identifikasjonsnummer', 'Fødsels- eller d-nummer', (e) => e.foedselsEllerDNummer, {
    felt: 'foedselsEllerDNummer',
    regel: 'Elleve sifre som tekst. Av flere gjeldende det som er i bruk.',
  }),
  nummer.en('type', 'Type nummer', (e) => e.identifikatortype, { felt: 'identifikatortype' }),
  navn.en('fornavn', 'Fornavn', (e) => e.fornavn),
  navn.en('mellomnavn', 'Mellomnavn', (e) => e.mellomnavn),
  navn.en('etternavn', 'Etternavn', (e) => e.etternavn),
  navn.en('heltNavn', 'Helt navn', heltNavn, { regel: 'Fornavn, mellomnavn og etternavn med mellomrom.' }),
  navn.en('forkortetNavn', 'Forkortet navn', (e) => e.forkortetNavn),
  foedsel.en('foedselsdato', 'Fødselsdato', (e) => e.foedselsdato, { type: 'dato' }),
  foedsel.en('foedselsaar', 'Fødselsår', (e) => e.foedselsaar ?? e.foedselsdato?.slice(0, 4), {
    regel: 'Av fødselsdatoen der året mangler. Aldri av fødselsnummeret.',
  }),
  foedsel.en('foedested', 'Fødested', (e) => e.foedested),
  foedsel.en('foedekommune', 'Fødekommune', (e) => e.foedekommuneINorge, { felt: 'foedekommuneINorge' }),
  foedsel.en(
    'foedekommunenavn',
    'Fødekommunens navn',
    (e) =>
      e.foedekommuneINorge === undefined
        ? null
        : findKommunenavn(e.foedekommuneINorge, e.foedselsdato ?? e.foedselsaar ?? null),
    { felt: 'foedekommuneINorge', regel: 'Navnet kommunen hadde i fødselsåret.' },
  ),
  foedsel.en('foedeland', 'Fødeland', (e) => e.foedeland),
  foedsel.en('foedelandnavn', 'Fødelandets navn', (e) => land(e.foedeland), { felt: 'foedeland' }),
  kjoenn.en('kjoenn', 'Kjønn', (e) => e.kjoenn),
  status.en('status', 'Personstatus', (e) => e.status, {
    regel: 'Der den nærmere statusen er taushetsbelagt for pakken, står det `aktiv`.',
  }),
  status.en('fraDato', 'Personstatus fra', (e) => e.gyldighetstidspunkt?.slice(0, 10), {
    type: 'dato',
    felt: 'gyldighetstidspunkt',
    regel: 'Dagen i gyldighetstidspunktet.',
  }),
  doedsfall.en('doedsdato', 'Dødsdato', (e) => e.doedsdato, { type: 'dato' }),
  grunnlag.en('status', 'Identitetsgrunnlag', (e) => e.identitetsgrunnlagstatus, {
    felt: 'identitetsgrunnlagstatus',
  }),
  utenlandsk.alle('nummer', 'Utenlandsk nummer', (e) => e.identifikasjonsnummer, {
    felt: 'identifikasjonsnummer',
  }),
  utenlandsk.alle('utstederland', 'Utenlandsk nummer, land', (e) => e.utstederland),
];
