/** How to ask for each outcome of `hendelser`. */
import { createListe, type Lag, type Oppskrifter } from './oppskrift.ts';

const fra = (seq: number | string): readonly (readonly [string, string])[] => [['seq', String(seq)]];

const FEED: Readonly<Record<string, Lag>> = {
  '200 side': ({ sekvensnummer }) => ({
    query: fra(sekvensnummer.nylig),
    inneholder: `[{"sekvensnummer":${sekvensnummer.nylig},`,
  }),
  '200 forbi slutten': ({ sekvensnummer }) => ({ query: fra(sekvensnummer.slutt), inneholder: '[]' }),
  '304 uendret': ({ sekvensnummer }) => ({
    query: fra(sekvensnummer.nylig),
    headere: { 'if-none-match': '*' },
  }),
  '400 uten seq': () => ({}),
  '400 ugyldig seq': () => ({ query: fra('to') }),
  '406 for gammelt': ({ sekvensnummer }) => ({ query: fra(sekvensnummer.gammelt) }),
};

export const HENDELSESOPPSKRIFTER: Oppskrifter = {
  'hendelser/feed': {
    ...FEED,
    '404 annet enn et nummer': () => ({ sti: 'hendelser/feed/side', query: fra(1) }),
  },
  'hendelser/feed/tilpasset': {
    ...FEED,
    '200 én kommune': ({ sekvensnummer }) => ({
      query: [...fra(sekvensnummer.nylig), ['kommunenummer', '0301']],
    }),
    '400 ugyldig kommunenummer': ({ sekvensnummer }) => ({
      query: [...fra(sekvensnummer.nylig), ['kommunenummer', '301']],
    }),
  },
  'hendelser/siste/sekvensnummer': { '200 tallet': () => ({}) },
  'hendelser/xsd': { '200 skjema': () => ({}) },
  'hendelser/feedxsd': { '200 skjema': () => ({}) },
  'hendelser/{hendelsesidentifikator}': {
    '200 registrert': ({ dokumentid }) => ({
      parametre: { hendelsesidentifikator: dokumentid.hendelse },
      inneholder: '"entitet":"navn","entitetsendring":"registrereNy","navn":{',
    }),
    '200 annullert': ({ dokumentid }) => ({
      parametre: { hendelsesidentifikator: dokumentid.annullering },
      inneholder: '{"entitet":"doedsfall","entitetsendring":"annullere"}',
    }),
    '400 over tre år': ({ dokumentid }) => ({
      parametre: { hendelsesidentifikator: dokumentid.gammelHendelse },
    }),
    '404 ukjent dokument': ({ dokumentid }) => ({
      parametre: { hendelsesidentifikator: dokumentid.ukjent },
    }),
  },
  'hendelser/bulkoppslag': {
    ...createListe('dokumentidentifikator'),
    '200 kjente og ukjente': ({ dokumentid: { hendelse, annullering, gammelHendelse, ukjent } }) => ({
      kropp: { dokumentidentifikator: [hendelse, annullering, gammelHendelse, ukjent] },
    }),
  },
};
