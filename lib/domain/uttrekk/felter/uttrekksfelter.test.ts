/** The list of fields holds together, and its documentation is the list's. */
import { expect, it } from 'vitest';
import { parsePerson } from '#lib/domain/person/parse-person.ts';
import { EGENSKAPER } from '#lib/domain/person/person-model.ts';
import { createDokument } from '#lib/domain/person/test-dokument.ts';
import { createFlat } from './flat-person.ts';
import { FORDELINGSFELTER } from './fordelingsfelter.ts';
import { showFeltkatalog } from './show-feltkatalog.ts';
import { findUttrekksfelt, getUttrekksfelter, isFeltIPakken, UTTREKKSFELTER } from './uttrekksfelter.ts';

it('docs/uttrekksfelter.md is written from the fields', async () => {
  await expect(showFeltkatalog()).toMatchFileSnapshot('../../../../docs/uttrekksfelter.md');
});

it('each id is one field, of an egenskap of the register', () => {
  expect(new Set(UTTREKKSFELTER.map(({ id }) => id)).size).toBe(UTTREKKSFELTER.length);
  for (const { egenskap } of UTTREKKSFELTER) expect(EGENSKAPER).toContain(egenskap);
  for (const id of FORDELINGSFELTER) expect(findUttrekksfelt(id)).toBeDefined();
  expect(() => getUttrekksfelter(['finnes.ikke'])).toThrow(RangeError);
});

it('every field finds a value in some random document', () => {
  const flat = createFlat(UTTREKKSFELTER, 'offentlig-med-hjemmel', null);
  const funnet = new Set<string>();
  for (let froe = 1; froe <= 400; froe += 1)
    for (const [i, celle] of flat(parsePerson(createDokument(froe, { utenGradering: true }))).entries())
      if (celle !== null) funnet.add(UTTREKKSFELTER[i]?.id ?? '');
  // Names of countries and municipalities, and roles, want codes that exist; random documents seldom have them.
  const sjeldne = UTTREKKSFELTER.filter(({ id }) => /navn$|[lL]and$|^familie\./.test(id)).map(({ id }) => id);
  expect(UTTREKKSFELTER.map(({ id }) => id).filter((id) => !funnet.has(id) && !sjeldne.includes(id))).toEqual(
    [],
  );
});

it('what is taushetsbelagt is marked, and no package without a legal basis has it', () => {
  const taushetsbelagte = UTTREKKSFELTER.filter((felt) => felt.taushetsbelagt);
  expect(taushetsbelagte.map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      'sivilstand.ektefelle',
      'familie.mor',
      'familie.barn',
      'foreldreansvar.ansvarlig',
      'oppholdstillatelse.type',
    ]),
  );
  for (const felt of taushetsbelagte.filter(({ id }) => id.startsWith('familie.')))
    expect(isFeltIPakken(felt, 'offentlig-uten-hjemmel')).toBe(false);
});
