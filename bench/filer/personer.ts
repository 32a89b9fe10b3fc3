/** Persons without number for the bench of files: plain documents, all synthetic (month + 80), and an order of 20 fields of them. */
import type { Bestilling, Format } from '../../lib/domain/uttrekk/bestilling.ts';
import type { Delpost } from '../../lib/server/uttrekk/filer/deler.ts';

const FELTER = [
  'nummer.identifikasjonsnummer',
  'navn.fornavn',
  'navn.mellomnavn',
  'navn.etternavn',
  'foedsel.foedselsdato',
  'foedsel.foedselsaar',
  'kjoenn.kjoenn',
  'status.status',
  'sivilstand.sivilstand',
  'sivilstand.sivilstandsdato',
  'statsborgerskap.statsborgerskap',
  'bosted.adressenavn',
  'bosted.husnummer',
  'bosted.husbokstav',
  'bosted.bruksenhetsnummer',
  'bosted.postnummer',
  'bosted.poststed',
  'bosted.kommunenummer',
  'bosted.kommunenavn',
  'bosted.fraDato',
];

export function createBestilling(formater: Format[]): Bestilling {
  return {
    navn: 'Måling',
    kilde: { slag: 'komplett', sekvensnummer: null },
    innhold: { slag: 'felter', felter: FELTER, perDato: null },
    formater,
    pakke: 'offentlig-med-hjemmel',
    formaal: 'maaling',
    saksreferanse: '',
  };
}

const TID = '2015-06-01T00:00:00+02:00';
const META = { erGjeldende: true, gyldighetstidspunkt: TID, ajourholdstidspunkt: TID, kilde: 'KILDE_DSF' };

/** The last seven digits only number the person; they are no check digits. */
export function createPost(nr: number): Delpost {
  const id = `0181${String(nr).padStart(7, '0')}`;
  const aar = 1930 + (nr % 90);
  const poststed = { postnummer: String(1000 + (nr % 8999)), poststedsnavn: `STED${nr % 1500}` };
  const vegadresse = {
    kommunenummer: '0301',
    adressenavn: `Storgata ${nr % 9000}`,
    adressenummer: { husnummer: String(nr % 199), husbokstav: 'B' },
    bruksenhetsnummer: 'H0101',
    poststed,
  };

  return {
    id,
    dokument: {
      identifikasjonsnummer: [{ ...META, foedselsEllerDNummer: id, status: 'iBruk' }],
      navn: [{ ...META, fornavn: `Fornavn${nr % 7919}`, etternavn: `Etternavn${nr % 49_999}` }],
      foedsel: [{ ...META, foedselsdato: `${aar}-0${1 + (nr % 9)}-1${nr % 9}`, foedselsaar: String(aar) }],
      kjoenn: [{ ...META, kjoenn: nr % 2 === 0 ? 'kvinne' : 'mann' }],
      status: [{ ...META, status: 'bosatt' }],
      sivilstand: [{ ...META, sivilstand: nr % 3 === 0 ? 'gift' : 'ugift', sivilstandsdato: '2011-02-03' }],
      statsborgerskap: [{ ...META, statsborgerskap: 'NOR' }],
      bostedsadresse: [{ ...META, flyttedato: '2015-06-01', grunnkrets: 307, vegadresse }],
    },
  };
}
