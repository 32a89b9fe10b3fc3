/** The order of the ladder, what each rung sends, and that nothing is sent without rett til treff. */
import { expect, test } from 'vitest';
import { findRettTilTreff } from '#lib/domain/rettighetspakke/rett-til-treff.ts';
import { PAKKER } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import type { Kriterier } from './oppslag.ts';
import { listTrinn, toKriterier } from './soeketrapp.ts';

const ALT: Kriterier = {
  navn: 'Åse Elv',
  foedselsdato: '19800805',
  adressenavn: 'Blåbærveien',
  husnummer: '1',
  postnummer: '0301',
};
const kort = (pakke: string, kriterier: Kriterier) =>
  listTrinn(pakke, kriterier).map(
    ({ grunnlag, opplysningsgrunnlag, fonetisk }) =>
      `${grunnlag} ${opplysningsgrunnlag}${fonetisk ? ' fonetisk' : ''}`,
  );

test('the rungs come in the order that the register recommends (freg-contract.md section 4.3)', () => {
  const lyd = ['foedselsdato', 'adresse', 'foedselsdatoOgAdresse'].flatMap((grunnlag) => [
    `${grunnlag} gjeldende`,
    `${grunnlag} historisk`,
  ]);
  expect(kort('offentlig-med-hjemmel', ALT)).toEqual([...lyd, ...lyd.map((trinn) => `${trinn} fonetisk`)]);
});

test('a rung sends the name and what it is made of, and nothing else that was typed', () => {
  const sendt = listTrinn('finans', ALT).map((trinn) =>
    Object.keys(toKriterier(trinn, ALT)).sort().join(' '),
  );
  expect(sendt[0]).toBe('foedselsdato navn opplysningsgrunnlag');
  expect(sendt[2]).toBe('adressenavn husnummer navn opplysningsgrunnlag postnummer');
  expect(sendt.at(-1)).toContain('soekFonetisk');
});

test('only rungs with rett til treff are made, in every package', () => {
  let antall = 0;
  for (const pakke of PAKKER) {
    for (const kriterier of [
      ALT,
      { navn: 'Åse Elv', adressenavn: 'Blåbærveien' },
      { navn: 'Elv', foedselsdato: '19800805' },
      { foedselsdato: '19800805' },
      {},
    ]) {
      for (const trinn of listTrinn(pakke, kriterier)) {
        expect(findRettTilTreff(pakke, toKriterier(trinn, kriterier)).kombinasjon).not.toBeNull();
        antall += 1;
      }
    }
  }
  expect(antall).toBe(PAKKER.length * 12);
});

test('without a name there is no ladder', () => {
  expect(listTrinn('offentlig-med-hjemmel', { ...ALT, navn: '' })).toEqual([]);
});
