/** The parameters of personer/soek, from freg-contract.md section 1.2. */
import { expect, test } from 'vitest';
import { parseSoek } from './soek.ts';

const parse = (query: string) => parseSoek(new URLSearchParams(query), false);

const UTEN_VALG = {
  inkluderOppholdsadresse: false,
  soekFonetisk: false,
  inkluderDoede: false,
  historisk: false,
  serKlientadresser: false,
};

test.each([
  ['navn=%20', 'Navn er ikke på gyldig format'],
  ['kjoenn=k', 'Kjoenn er ikke på gyldig format'],
  ['foedselsdato=1995-12-23', 'Foedselsdato er ikke på gyldig format'],
  ['foedselsdato=19950230', 'Foedselsdato er ikke på gyldig format'],
  ['foedselsaarFraOgMed=95', 'FoedselsaarFraOgMed er ikke på gyldig format'],
  ['foedselsaarTilOgMed=1995.5', 'FoedselsaarTilOgMed er ikke på gyldig format'],
  ['foedselsaarFraOgMed=1995&foedselsaarTilOgMed=1994', 'FoedselsaarFraOgMed er etter FoedselsaarTilOgMed'],
  ['adressenavn=So', 'Adressenavn er ikke på gyldig format'],
  ['husnummer=12BB', 'Husnummer er ikke på gyldig format'],
  ['postnummer=150', 'Postnummer er ikke på gyldig format'],
  ['kommunenummer=301', 'Kommunenummer er ikke på gyldig format'],
  ['fylkesnummer=3', 'Fylkesnummer er ikke på gyldig format'],
  ['inkluderOppholdsadresse=ja', 'InkluderOppholdsadresse er ikke på gyldig format'],
  ['soekFonetisk=1', 'SoekFonetisk er ikke på gyldig format'],
  ['inkluderDoede=TRUE', 'InkluderDoede er ikke på gyldig format'],
  ['opplysningsgrunnlag=alle', 'Opplysningsgrunnlag er ikke på gyldig format'],
  ['maksTreff=0', 'MaksTreff er ikke på gyldig format'],
  ['maksTreff=10001', 'MaksTreff er ikke på gyldig format'],
  ['maksTreff=ti', 'MaksTreff er ikke på gyldig format'],
])('%s is refused with a sentence that names the parameter', (query, ugyldig) => {
  expect(parse(query)).toEqual({ ugyldig });
});

test('every parameter of the contract is read, whatever the case of its name', () => {
  const lest = parse(
    'navn=A%20B&kjoenn=mann&foedselsdato=19951223&foedselsaarFraOgMed=1990&foedselsaarTilOgMed=1999&adressenavn=Vei' +
      '&husnummer=12%20b&postnummer=0150&KOMMUNENUMMER=0301&fylkesnummer=03&inkluderOppholdsadresse=true' +
      '&soekFonetisk=true&inkluderDoede=true&opplysningsgrunnlag=historisk&maksTreff=25',
  );
  expect(lest).toEqual({
    maksTreff: 25,
    kriterier: {
      navn: 'A B',
      kjoenn: 'mann',
      foedselsdato: '19951223',
      foedselsaarFraOgMed: 1990,
      foedselsaarTilOgMed: 1999,
      adressenavn: 'Vei',
      husnummer: '12 b',
      postnummer: '0150',
      kommunenummer: '0301',
      fylkesnummer: '03',
      inkluderOppholdsadresse: true,
      soekFonetisk: true,
      inkluderDoede: true,
      historisk: true,
      serKlientadresser: false,
    },
  });
});

test('without parameters everybody is asked for, up to the limit', () => {
  expect(parse('')).toEqual({ maksTreff: 10_000, kriterier: UTEN_VALG });
});

test('begge is another word for historisk, empty and unknown parameters say nothing, and the first of two counts', () => {
  expect(parse('opplysningsgrunnlag=begge')).toMatchObject({ kriterier: { historisk: true } });
  expect(parse('opplysningsgrunnlag=gjeldende&kjoenn=&part=navn&sivilstand=gift')).toEqual(parse(''));
  expect(parse('kjoenn=mann&kjoenn=kvinne')).toMatchObject({ kriterier: { kjoenn: 'mann' } });
});
