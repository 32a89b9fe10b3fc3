/** Holds that the form sends only what the register will answer, and else says what is missing. */
import { expect, test } from 'vitest';
import { getSoekTilstand, listNaermeste } from '#components/oppslag/soek-tilstand.ts';

const NAA = new Date('2026-11-21T12:00:00Z');

test('a number alone is enough where the package has oppslag, and not where it lacks it', () => {
  const utfylt = { identifikasjonsnummer: '018999 12345' };
  expect(getSoekTilstand('offentlig-med-hjemmel', utfylt, NAA).oppfylt).toBe('identifikasjonsnummerAlene');
  const presse = getSoekTilstand('presse', utfylt, NAA);
  expect(presse.oppfylt).toBeNull();
  expect(presse.mangler[0]).toEqual({ vei: 'navnOgIdentifikasjonsnummer', felter: ['navn'] });
});

test("name and birth date fulfil a combination and are sent in the register's form", () => {
  const tilstand = getSoekTilstand('presse', { navn: ' Lav  Bok ', foedselsdato: '1.2.1990' }, NAA);
  expect(tilstand.oppfylt).toBe('navnOgFoedselsdato');
  expect(tilstand.kriterier).toEqual({ navn: 'Lav Bok', foedselsdato: '19900201' });
});

test('a fault anywhere keeps a fulfilled combination from being sent', () => {
  const tilstand = getSoekTilstand(
    'offentlig-med-hjemmel',
    { navn: 'Lav Bok', foedselsdato: '1.2.1990', postnummer: '12' },
    NAA,
  );
  expect(tilstand.oppfylt).toBeNull();
  expect(tilstand.feil).toEqual([{ felt: 'postnummer', feil: 'postnummerFormat' }]);
});

test('an empty form offers every way that the package has', () => {
  expect(getSoekTilstand('offentlig-med-hjemmel', {}, NAA).mangler.map(({ vei }) => vei)).toContain(
    'identifikasjonsnummerAlene',
  );
  expect(getSoekTilstand('presse', {}, NAA).mangler.map(({ vei }) => vei)).not.toContain(
    'identifikasjonsnummerAlene',
  );
  expect(getSoekTilstand('presse', {}, NAA).mangler.length).toBeGreaterThan(2);
});

test('a name alone may be filled up in several ways, and all of those that the form shows are named', () => {
  const naermeste = (
    pakke: Parameters<typeof getSoekTilstand>[0],
    utfylt: Parameters<typeof getSoekTilstand>[1],
  ) => listNaermeste(getSoekTilstand(pakke, utfylt, NAA));
  expect(naermeste('offentlig-med-hjemmel', { navn: 'Lav Bok' })).toEqual([
    ['identifikasjonsnummer'],
    ['foedselsdato'],
    ['postnummer'],
  ]);
  expect(naermeste('offentlig-med-hjemmel', {})).toEqual([['identifikasjonsnummer']]);
  expect(naermeste('presse', { identifikasjonsnummer: '01899912345' })).toEqual([['navn']]);
});
