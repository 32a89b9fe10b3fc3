/** P-09: nobody is missing among the numbers that are tried, and none is tried that there cannot be. */
import { expect, test } from 'vitest';
import { judgePersonidentifikator } from '#lib/domain/oppslag/personidentifikator.ts';
import { listMuligeNumre, listNumreForDato } from './list-mulige-numre.ts';

test('of the thousand of a date, those are tried whose check digits today’s rule can write', () => {
  for (const dato of ['128384', '528384']) {
    const alle = new Set(listNumreForDato(dato));
    for (let n = 0; n < 100_000; n += 1) {
      const nummer = `${dato}${String(n).padStart(5, '0')}`;
      const { gyldigeKontrollsiffer, regel2032 } = judgePersonidentifikator(nummer);
      if (alle.has(nummer) !== (gyldigeKontrollsiffer && !regel2032)) expect.fail(nummer);
    }
  }
  expect(listNumreForDato('128384').length).toBeGreaterThan(800);
});

/** The first six digits of all, without making the numbers of each. */
function listDatoer(syntetiske: boolean, antall: number): Set<string> {
  const datoer = new Set<string>();
  for (const nummer of listMuligeNumre(syntetiske)) {
    datoer.add(nummer.slice(0, 6));
    if (datoer.size === antall) break;
  }

  return datoer;
}

test('every day of a year is tried, as fødselsnummer and d-nummer, in the series that is asked for', () => {
  const syntetiske = listDatoer(true, 2 * 366);
  expect([...syntetiske].slice(0, 3)).toEqual(['018100', '418100', '028100']);
  expect(syntetiske.has('298200')).toBe(true);
  expect(syntetiske.has('719200')).toBe(true);
  expect([...syntetiske].every((dato) => dato.endsWith('00'))).toBe(true);
  expect(listDatoer(false, 2)).toEqual(new Set(['010100', '410100']));
});
