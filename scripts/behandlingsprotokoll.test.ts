/** P-04: the record as it is called: every purpose with its basis and all that it asks for, and none without a basis. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Formaalskatalog } from '#lib/domain/formaal/formaal.ts';
import { expandDeler } from '#lib/domain/rettighetspakke/deler.ts';
import messages from '#messages/nb/person.json' with { type: 'json' };

const SKRIPT = fileURLToPath(new URL('./behandlingsprotokoll.ts', import.meta.url));
const KATALOG = fileURLToPath(new URL('../config/formaal.json', import.meta.url));
const katalog = Formaalskatalog.parse(JSON.parse(readFileSync(KATALOG, 'utf8')));
const EGENSKAPSNAVN: Readonly<Record<string, string>> = messages.person.egenskap;

let mappe = '';
beforeAll(() => {
  mappe = mkdtempSync(path.join(tmpdir(), 'protokoll-'));
});
afterAll(() => rmSync(mappe, { recursive: true }));

function run(...args: string[]): Promise<{ kode: number; ut: string; feil: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['--conditions=react-server', SKRIPT, ...args], (error, ut, feil) =>
      resolve({ kode: Number(error?.code ?? 0), ut, feil }),
    );
  });
}

test('P-04: each purpose that ships stands with its basis and with every kind of datum that it asks for', async () => {
  const { kode, ut, feil } = await run();
  expect([kode, feil]).toEqual([0, '']);
  const avsnitt = ut.split('\n## ').slice(1);
  expect(avsnitt).toHaveLength(katalog.length);
  for (const [nr, { navn, hjemmel, til, pakker, deler }] of katalog.entries()) {
    expect(avsnitt[nr]).toContain(navn);
    expect(avsnitt[nr]).toContain(`Rettslig grunnlag: ${hjemmel}`);
    for (const egenskap of pakker.flatMap((pakke) => [...expandDeler(pakke, deler)]))
      expect(avsnitt[nr], egenskap).toContain(EGENSKAPSNAVN[egenskap] ?? egenskap);
    const kanSpoerreKrr = til.includes('oppslag') && pakker.includes('offentlig-med-hjemmel');
    expect(avsnitt[nr]?.includes('Kontakt- og reservasjonsopplysninger'), navn).toBe(kanSpoerreKrr);
  }
});

test('P-04: a purpose without a legal basis has no record, and is named', async () => {
  const fil = path.join(mappe, 'formaal.json');
  const uten = katalog.map(({ hjemmel: _, ...resten }) => resten);
  writeFileSync(fil, JSON.stringify(uten));
  const { kode, ut, feil } = await run(fil);
  expect([kode, ut]).toEqual([1, '']);
  expect(feil).toContain('hjemmel');
});
