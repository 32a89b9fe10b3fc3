/** How to ask for each outcome of `uttrekk`. */
import { FOR_STOR, type Oppskrifter } from './oppskrift.ts';

const STATUSTYPER = { personstatustyper: ['bosatt', 'aktiv'] };

export const UTTREKKSOPPSKRIFTER: Oppskrifter = {
  'uttrekk/komplett': {
    '200 jobb': () => ({ jobb: 'ingen' }),
    '200 jobb til et sekvensnummer': ({ sekvensnummer }) => ({
      query: [['feedsekvensnr', String(sekvensnummer.nylig)]],
    }),
    '400 ugyldig sekvensnummer': () => ({ query: [['feedsekvensnr', 'to']] }),
    '429 for mange jobber': () => ({ jobb: 'fullt' }),
  },
  'uttrekk/tilpasset': {
    '200 jobb': () => ({
      jobb: 'ingen',
      kropp: {
        ...STATUSTYPER,
        kommunenummer: { bostedskommunenummer: '0301' },
        foedselsaarFraOgMed: '1930',
        foedselsaarTilOgMed: '2020',
        kjoenn: 'kvinne',
        statsborgerskap: 'NOR',
        sivilstandstype: 'gift',
      },
    }),
    '400 uleselig kropp': () => ({ kropp: '{' }),
    '400 uten personstatustyper': () => ({ kropp: { kjoenn: 'mann' } }),
    '400 to kommuner': () => ({
      kropp: {
        ...STATUSTYPER,
        kommunenummer: { bostedskommunenummer: '0301', oppholdskommunenummer: '4601' },
      },
    }),
    '413 for stor kropp': () => ({ kropp: FOR_STOR }),
    '429 for mange jobber': () => ({ jobb: 'fullt', kropp: STATUSTYPER }),
  },
  'uttrekk/{jobbid}/batch/{batchnr}': {
    '200 batch': () => ({ jobb: 'ferdig', parametre: { batchnr: '0' } }),
    '200 forbi siste': () => ({ jobb: 'ferdig', parametre: { batchnr: '1' } }),
    '400 ugyldig batchnr': () => ({ jobb: 'ferdig', parametre: { batchnr: 'to' } }),
    '404 ikke ferdig': () => ({ jobb: 'ny', parametre: { batchnr: '0' } }),
    '410 ukjent jobb': () => ({
      parametre: { jobbid: '00000000-0000-4000-8000-000000000000', batchnr: '0' },
    }),
    '410 bestilt i en annen pakke': () => ({ jobb: 'iAnnenPakke', parametre: { batchnr: '0' } }),
  },
};
