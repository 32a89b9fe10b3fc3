/** Holds the list of pages to what the keys need: one letter each, and none that is `g` itself. */
import { expect, test } from 'vitest';
import { GAA } from '#components/shell/hurtigtast/hurtigtast.ts';
import { findAriaCurrent, listEgneSider, listMenysider, listSider } from '#components/shell/sider.ts';
import { HANDLINGER } from '#lib/domain/session/session.ts';

test('every page has a letter of its own, which is not the one that waits for it', () => {
  const taster = listSider(HANDLINGER).map(({ tast }) => tast);
  expect(taster.length).toBeGreaterThan(3);
  expect(new Set(taster).size).toBe(taster.length);
  for (const tast of taster) expect(tast).toMatch(/^[a-z]$/);
  expect(taster).not.toContain(GAA);
});

test('a user without an act has no page for it', () => {
  expect(listSider([])).toEqual([]);
  expect(listSider(['revisjonslogg']).map(({ href }) => href)).toEqual(['/revisjonslogg']);
});

test('every page stands either in the header or behind the name of the user', () => {
  const egne = listEgneSider(HANDLINGER);
  expect(egne.map(({ href }) => href)).toEqual(['/mine-oppslag']);
  expect([...listMenysider(HANDLINGER), ...egne]).toEqual(listSider(HANDLINGER));
});

test('the menu shows where one is: the page itself, or the one it lies under', () => {
  const sider = listMenysider(HANDLINGER);
  const findMerket = (pathname: string) =>
    sider.flatMap(({ href }) => {
      const current = findAriaCurrent(href, sider, pathname);
      return current ? [`${href} ${current}`] : [];
    });
  expect(findMerket('/')).toEqual(['/ page']);
  expect(findMerket('/tilgang/gjennomgang')).toEqual(['/tilgang/gjennomgang page']);
  expect(findMerket('/tilgang/brukere/1')).toEqual(['/tilgang true']);
  expect(findMerket('/tilgangen')).toEqual([]);
});
