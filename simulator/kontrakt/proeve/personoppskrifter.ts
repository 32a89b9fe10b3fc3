/** How to ask for each outcome of `personer`. */
import { createListe, type Oppskrifter } from './oppskrift.ts';

const UGYLDIG_PART: readonly (readonly [string, string])[] = [['part', 'skostoerrelse']];
const ALT = ['person-basis', 'historikk', 'vergemaalEllerFremtidsfullmakt', 'innflytting', 'utflytting'].map(
  (del): readonly [string, string] => ['part', del],
);

export const PERSONOPPSKRIFTER: Oppskrifter = {
  'personer/{personidentifikator}': {
    '200 gjeldende nummer': ({ nummer }) => ({
      parametre: { personidentifikator: nummer.gjeldende },
      query: ALT,
      inneholder: `"${nummer.gjeldende}"`,
    }),
    '200 tidligere nummer': ({ nummer }) => ({
      parametre: { personidentifikator: nummer.tidligere },
      inneholder: `"${nummer.overtatt}"`,
    }),
    '200 fiendtlig navn': ({ nummer }) => ({
      parametre: { personidentifikator: nummer.fiendtlig },
      query: ALT,
      inneholder: '<',
    }),
    '400 ikke elleve siffer': () => ({ parametre: { personidentifikator: '123' } }),
    '404 ukjent person': ({ nummer }) => ({
      parametre: { personidentifikator: nummer.ukjent },
      inneholder: '"Ukjent person."',
    }),
    '406 ugyldig part': ({ nummer }) => ({
      parametre: { personidentifikator: nummer.gjeldende },
      query: UGYLDIG_PART,
    }),
  },
  'personer/bulkoppslag': {
    ...createListe('foedselsEllerDNummer'),
    '200 uordnet': ({ nummer }) => ({
      kropp: { foedselsEllerDNummer: Object.values(nummer) },
      query: ALT,
      inneholder: `{"foedselsEllerDNummer":"${nummer.tidligere}","folkeregisterperson":{`,
    }),
    '200 som bestilt': ({ nummer }) => ({
      kropp: { foedselsEllerDNummer: Object.values(nummer) },
      query: [...ALT, ['somBestilt', 'true']],
      inneholder: `{"foedselsEllerDNummer":"${nummer.tidligere}","feilmelding":{"feilmelding":"Ukjent person."}}`,
    }),
    '406 ugyldig part': ({ nummer }) => ({
      kropp: { foedselsEllerDNummer: [nummer.gjeldende] },
      query: UGYLDIG_PART,
    }),
  },
  'personer/entydigsoek': {
    '200 ett treff': ({ soek }) => ({
      query: [...Object.entries(soek.entydig), ...ALT],
      inneholder: `"etternavn":"${soek.entydig.navn?.split(' ').at(-1)}"`,
    }),
    '400 ugyldig verdi': ({ soek }) => ({ query: Object.entries({ ...soek.entydig, foedselsdato: '1984' }) }),
    '400 uten rett til treff': ({ soek }) => ({ query: [['foedselsdato', soek.entydig.foedselsdato ?? '']] }),
    '404 ingen treff': ({ soek }) => ({
      query: Object.entries({ ...soek.entydig, navn: 'FINNES IKKE' }),
    }),
    '404 flere treff': ({ soek }) => ({ query: Object.entries(soek.flertydig) }),
    '406 ugyldig part': ({ soek }) => ({ query: [...Object.entries(soek.entydig), ...UGYLDIG_PART] }),
  },
  'personer/soek': {
    '200 alle kriterier': ({ soek, nummer }) => ({
      query: Object.entries(soek.alle),
      inneholder: `{"foedselsEllerDNummer":["${nummer.gjeldende}"]}`,
    }),
    '200 flere treff': ({ soek }) => ({ query: Object.entries(soek.flertydig) }),
    '200 ingen treff': ({ soek }) => ({ query: Object.entries({ ...soek.alle, navn: 'FINNES IKKE' }) }),
    '400 ugyldig verdi': ({ soek }) => ({ query: Object.entries({ ...soek.alle, postnummer: '55' }) }),
    '400 for mange treff': ({ soek }) => ({ query: Object.entries(soek.forMange) }),
  },
  'personer/xsd': { '200 skjema': () => ({}) },
  'personer/arkiv/{dokumentidentifikator}': {
    '200 en versjon': ({ dokumentid }) => ({
      parametre: { dokumentidentifikator: dokumentid.person },
      query: ALT,
    }),
    '400 over tre år': ({ dokumentid }) => ({
      parametre: { dokumentidentifikator: dokumentid.gammelPerson },
    }),
    '404 ukjent dokument': ({ dokumentid }) => ({ parametre: { dokumentidentifikator: dokumentid.ukjent } }),
    '406 ugyldig part': ({ dokumentid }) => ({
      parametre: { dokumentidentifikator: dokumentid.person },
      query: UGYLDIG_PART,
    }),
  },
  'personer/bulkoppslag/arkiv': {
    ...createListe('dokumentidentifikator'),
    '200 kjente og ukjente': ({ dokumentid: { person, gammelPerson, ukjent } }) => ({
      kropp: { dokumentidentifikator: [person, gammelPerson, ukjent] },
      query: ALT,
    }),
    '406 ugyldig part': ({ dokumentid }) => ({
      kropp: { dokumentidentifikator: [dokumentid.person] },
      query: UGYLDIG_PART,
    }),
  },
};
