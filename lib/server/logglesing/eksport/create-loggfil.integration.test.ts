/** A-15, N-18: a file of the log is what fits the filter and no more, nobody's number, and nothing that runs. */
import { afterAll, expect, test } from 'vitest';
import type { Loggformat } from '#lib/domain/revisjonslogg/eksport.ts';
import type { RevisjonsloggFilter } from '#lib/domain/revisjonslogg/revisjonslogg.ts';
import { createTestServer } from '#lib/server/db/test-database.ts';
import { createLoggfil } from '#lib/server/logglesing/eksport/create-eksport.ts';
import { readTopp, toSidesoek } from '#lib/server/logglesing/read-revisjonslogg.ts';
import { createTestLogg, TEST_PLAN } from '#lib/server/revisjonslogg/forsegling/test-logg.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');
const [NUMMER = ''] = TEST_PLAN.subjekter;
const server = await createTestServer();
const { db, logg, forsegler, stop } = await createTestLogg(server);
afterAll(async () => {
  await stop();
  await server.stop();
});

async function createFil(format: Loggformat, filter: RevisjonsloggFilter, maks = 1_000) {
  const soek = toSidesoek(filter, [KEY], { topp: await readTopp(db.leser), etter: null });
  const { fil, ...resten } = await createLoggfil(db.leser, soek, { format, versjon: '1', maks });

  return { ...resten, tekst: fil.innhold.toString('utf8') };
}

async function runAct(saksreferanse: string): Promise<void> {
  const act = await logg.intend({ ...TEST_PLAN, saksreferanse });
  await act.disclose(null, { utfall: 'funnet', subjekter: TEST_PLAN.subjekter, felter: ['navn.fornavn'] });
}

test('CSV opens in a spreadsheet, and a case number that is a formula is text', async () => {
  await runAct('=HYPERLINK("x";"y")');
  await runAct('annen');
  const { tekst, rader, erKuttet } = await createFil('csv', { saksreferanse: '=HYPERLINK("x";"y")' });
  expect([rader, erKuttet]).toEqual([2, false]);
  expect(tekst.startsWith('\ufefftidspunkt;slag;handling;bruker;')).toBe(true);
  expect(tekst.split('\r\n')).toHaveLength(4);
  expect(tekst).toContain(`"'=HYPERLINK(""x"";""y"")"`);
  expect(tekst).not.toContain('annen');
  expect(tekst).not.toContain(NUMMER);
  expect(tekst).toContain(logg.toSubjektRef(NUMMER).toString('hex'));
});

test('CEF is one event a line, with the leaf of what is sealed and without one of what is not', async () => {
  await runAct('forseglet');
  await forsegler.sealOnce();
  await runAct('uforseglet');
  const forseglet = await createFil('cef', { saksreferanse: 'forseglet' });
  const linjer = forseglet.tekst.trimEnd().split('\n');
  expect(linjer).toHaveLength(2);
  for (const linje of linjer) expect(linje).toMatch(/^CEF:0\|Folkeregisterportalen\|.* cs4=\d+ /);
  const ikke = await createFil('cef', { saksreferanse: 'uforseglet' });
  expect(ikke.rader).toBe(2);
  expect(ikke.tekst).not.toContain('cs4=');
  expect(forseglet.tekst + ikke.tekst).not.toContain(NUMMER);
});

test('a file ends at its limit with the newest rows, and says that there were more', async () => {
  for (let i = 0; i < 300; i += 1) await runAct('mange');
  const hele = await createFil('csv', { saksreferanse: 'mange' });
  expect([hele.rader, hele.erKuttet]).toEqual([600, false]);
  const kuttet = await createFil('csv', { saksreferanse: 'mange' }, 510);
  expect([kuttet.rader, kuttet.erKuttet]).toEqual([510, true]);
  // Of two pieces nothing is lost and nothing repeated.
  expect(hele.tekst.startsWith(kuttet.tekst)).toBe(true);
  expect(new Set(hele.tekst.split('\r\n')).size).toBe(602);
});

test('by person, only hers', async () => {
  const begrunnelse = 'Innsynskrav fra den registrerte';
  expect((await createFil('csv', { personidentifikator: '21818012399', begrunnelse })).rader).toBe(0);
  expect((await createFil('csv', { personidentifikator: NUMMER, begrunnelse })).rader).toBeGreaterThan(600);
});
