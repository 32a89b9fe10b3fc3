/** The parameters of entydigsoek and the right to a hit, from freg-contract.md sections 4.1 and 4.2. */
import { expect, test } from 'vitest';
import { parseEntydigsoek } from './entydigsoek.ts';
import { STANDARDINNSTILLINGER } from './innstillinger.ts';
import { listPakker } from './pakker.ts';
import { findRettTilTreff } from './rett-til-treff.ts';

const parse = (query: string) => parseEntydigsoek(new URLSearchParams(query), true);

const rett = (pakke: ReturnType<typeof listPakker>[number], query: string, seedens = false) => {
  const soek = parse(query);
  if ('ugyldig' in soek) throw new Error(soek.ugyldig);
  return findRettTilTreff(pakke, soek, { ...STANDARDINNSTILLINGER, tillatSeedensEntydigsoek: seedens });
};

test.each([
  ['identifikasjonsnummer=0985240028', 'Identifikasjonsnummer er ikke på gyldig format'],
  ['utenlandskpersonidentifikasjon=1458', 'UtenlandskPersonidentifikasjon er ikke på gyldig format'],
  ['utenlandskpersonidentifikasjon=AF-1458', 'UtenlandskPersonidentifikasjon er ikke på gyldig format'],
  ['legitimasjonsdokument=IRL', 'Legitimasjonsdokument er ikke på gyldig format'],
  ['foedselsdato=1995-12-23', 'Foedselsdato er ikke på gyldig format'],
  ['foedselsdato=19950230', 'Foedselsdato er ikke på gyldig format'],
  ['postnummer=150', 'Postnummer er ikke på gyldig format'],
  ['husnummer=12BB', 'Husnummer er ikke på gyldig format'],
  ['soekFonetisk=ja', 'SoekFonetisk er ikke på gyldig format'],
  ['opplysningsgrunnlag=begge', 'Opplysningsgrunnlag er ikke på gyldig format'],
])('%s is refused with a sentence that names the parameter', (query, ugyldig) => {
  expect(parse(query)).toEqual({ ugyldig });
});

test('every parameter of the contract is read, whatever the case of its name', () => {
  const query =
    'identifikasjonsnummer=09852400284&utenlandskpersonidentifikasjon=AFG-1458-4555&legitimasjonsdokument=IRL-1955' +
    '&utlendingsmyndighetenesidentifikasjonsnummer=201012345678&foedselsdato=19951223&navn=A%20B&postnummer=0150' +
    '&adressenavn=Veien&husnummer=12%20b&soekFonetisk=true&opplysningsgrunnlag=historisk&part=navn';
  const lest = parse(query);
  expect(lest).toEqual({
    navnOrd: 2,
    kriterier: {
      identifikasjonsnummer: '09852400284',
      utenlandskpersonidentifikasjon: 'AFG-1458-4555',
      legitimasjonsdokument: 'IRL-1955',
      utlendingsmyndighetenesIdentifikasjonsnummer: '201012345678',
      foedselsdato: '19951223',
      navn: 'A B',
      postnummer: '0150',
      adressenavn: 'Veien',
      husnummer: '12 b',
      soekFonetisk: true,
      historisk: true,
      serKlientadresser: true,
    },
  });
  expect(parse(query.replace('denesid', 'denesId'))).toEqual(lest);
});

/** Beside navn of two words. Columns: OMH OUH PUH PRI PRIu FIN PRE PREu EID. */
const FASIT: Record<string, string> = {
  'identifikasjonsnummer=09852400284': 'xxxxxxxxx',
  'foedselsdato=19951223': 'xxxxxxxxx',
  'adressenavn=Veien&husnummer=3': 'xxxxxxxxx',
  'postnummer=0150': 'xxxxxxxxx',
  'utenlandskpersonidentifikasjon=AFG-1': 'x-------x',
  'legitimasjonsdokument=IRL-1': 'x-------x',
  'utlendingsmyndighetenesIdentifikasjonsnummer=201012345678': 'x--------',
  'husnummer=3': '---------',
  'soekFonetisk=true': '---------',
};

test('navn with each other criterion gives the right to a hit exactly where the contract says so', () => {
  let celler = 0;
  for (const [query, rad] of Object.entries(FASIT)) {
    for (const [i, pakke] of listPakker().entries()) {
      const ventet = rad[i] === 'x' ? 'dagens' : undefined;
      expect(rett(pakke, `navn=A B&${query}`), `${query} i ${pakke}`).toBe(ventet);
      expect(rett(pakke, query), `${query} uten navn`).toBeUndefined();
      expect(rett(pakke, `navn=A&${query}`), `${query} med ett ord`).toBeUndefined();
      celler += 1;
    }
  }
  expect(celler).toBe(9 * 9);
});

test('adressenavn without husnummer gives the right only to an address that has none', () => {
  expect(rett('finans', 'navn=A B&adressenavn=Tunet')).toBe('utenHusnummer');
  expect(rett('finans', 'navn=A B&adressenavn=Tunet&postnummer=0150')).toBe('dagens');
});

test('the form of the seed needs its setting, identifikasjonsnummer and one of navn, adressenavn and husnummer', () => {
  const id = 'identifikasjonsnummer=09852400284';
  for (const query of [`${id}&navn=RULLETRAPP`, `${id}&adressenavn=Veien`, `${id}&husnummer=3`]) {
    expect(rett('finans', query, true), query).toBe('seedens');
    expect(rett('finans', query, false), query).toBeUndefined();
  }
  expect(rett('finans', `${id}&foedselsdato=19240509`, true)).toBeUndefined();
  expect(rett('finans', id, true)).toBeUndefined();
  expect(rett('finans', 'navn=RULLETRAPP&foedselsdato=19240509', true)).toBeUndefined();
});
