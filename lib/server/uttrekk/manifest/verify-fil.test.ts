/**
 * F-08: what a receiver finds when a file or its manifest is not as it was, by our own check and by the commands that she is
 * given.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { DEL_BYTES } from '#lib/domain/uttrekk/manifest.ts';
import { toMottakerkommandoer } from '#lib/domain/uttrekk/mottakerkommandoer.ts';
import {
  createSigneringsnoekkel,
  parseSigneringsnoekkel,
  signNote,
} from '#lib/server/revisjonslogg/forsegling/note.ts';
import { toMerklerot } from './delsummer.ts';
import { createTestnote, LEDER_ID, streamBytes, UTTREKK_ID } from './test-manifest.ts';
import { verifyFil } from './verify-fil.ts';

const noekkel = parseSigneringsnoekkel(createSigneringsnoekkel('prøve/uttrekk'));
/** Two whole pieces and a short one; each byte says where it is, so that no two pieces are alike. */
const FIL = Buffer.from(Array.from({ length: 2 * DEL_BYTES + 1000 }, (_, n) => (n * 31 + (n >> 8)) % 251));
const mappe = mkdtempSync(path.join(tmpdir(), 'manifest-'));
afterAll(() => rmSync(mappe, { recursive: true }));

const note = await createTestnote(FIL, noekkel);

function flip(sted: number): Buffer {
  const endret = Buffer.from(FIL);
  endret.writeUInt8(endret.readUInt8(sted) ^ 1, sted);
  return endret;
}

/** How the commands that the page gives for a receiver end, and what they say, all of it. */
function runKommandoer(fil: Buffer, manifest: string, offentlig = noekkel.kontrolltekst) {
  writeFileSync(path.join(mappe, 'fil'), fil);
  writeFileSync(path.join(mappe, 'manifest'), manifest);
  const args = ['-c', toMottakerkommandoer(offentlig), 'sh', 'fil', 'manifest'];
  const env = { PATH: process.env.PATH, LC_ALL: 'C', NODE_ENV: 'test' as const };
  const { status, stdout } = spawnSync('sh', args, { cwd: mappe, encoding: 'utf8', env });
  return { status, stdout };
}

const MIDT = { nr: 2, fra: DEL_BYTES, til: 2 * DEL_BYTES };
const SIST = { nr: 3, fra: 2 * DEL_BYTES, til: FIL.length };

test.each([
  ['its first byte', flip(0), [{ nr: 1, fra: 0, til: DEL_BYTES }]],
  ['the last byte of a piece', flip(DEL_BYTES - 1), [{ nr: 1, fra: 0, til: DEL_BYTES }]],
  ['the first of the next', flip(DEL_BYTES), [MIDT]],
  ['its last byte', flip(FIL.length - 1), [SIST]],
  ['a byte too many', Buffer.concat([FIL, Buffer.of(0)]), [{ ...SIST, til: FIL.length + 1 }]],
  ['a byte too few', FIL.subarray(0, -1), [SIST]],
  ['its last piece gone', FIL.subarray(0, 2 * DEL_BYTES), [SIST]],
  [
    'two pieces that have changed places',
    Buffer.concat([
      FIL.subarray(DEL_BYTES, 2 * DEL_BYTES),
      FIL.subarray(0, DEL_BYTES),
      FIL.subarray(2 * DEL_BYTES),
    ]),
    [{ nr: 1, fra: 0, til: DEL_BYTES }, MIDT],
  ],
])('F-08: a file that differs in %s is refused, and the piece is named', async (_navn, fil, deler) => {
  expect(await verifyFil(streamBytes(fil), note, noekkel.kontroll)).toMatchObject({ utfall: 'avvik', deler });
  const { status, stdout } = runKommandoer(fil, note);
  expect(status).not.toBe(0);
  const navngitte = stdout.match(/^[-+][0-9a-f]{64}$/gm) ?? [];
  expect(navngitte.length).toBeGreaterThanOrEqual(deler.length);
});

test('F-08: the file itself is found whole, however its bytes come, and the manifest says what it is', async () => {
  for (const bit of [1_000, DEL_BYTES, FIL.length])
    expect(await verifyFil(streamBytes(FIL, bit), note, noekkel.kontroll)).toMatchObject({
      utfall: 'stemmer',
      manifest: {
        uttrekk: UTTREKK_ID,
        godkjentAv: [{ bruker: LEDER_ID }],
        fil: {
          navn: 'uttrekk-5e8c6a1e.csv',
          rader: 7,
          sha256: createHash('sha256').update(FIL).digest('hex'),
        },
      },
    });
  expect(runKommandoer(FIL, note)).toMatchObject({ status: 0, stdout: expect.stringContaining('fil: OK') });
});

test('F-08: a manifest with any byte changed, of another key or of another file is refused', async () => {
  const annen = parseSigneringsnoekkel(createSigneringsnoekkel('prøve/uttrekk'));
  expect(await verifyFil(streamBytes(FIL), note, annen.kontroll)).toEqual({ utfall: 'signatur' });
  expect(runKommandoer(FIL, note, annen.kontrolltekst).status).not.toBe(0);
  const tekst = note.slice(0, note.lastIndexOf('\n\n'));
  for (let sted = 0; sted < tekst.length; sted += 7) {
    const endret = `${note.slice(0, sted)}${note[sted] === '1' ? '2' : '1'}${note.slice(sted + 1)}`;
    expect(await verifyFil(streamBytes(FIL), endret, noekkel.kontroll), `byte ${sted}`).toEqual({
      utfall: 'signatur',
    });
  }
  expect(runKommandoer(FIL, note.replace('"rader": 7', '"rader": 8')).status).not.toBe(0);
  const andres = await createTestnote(FIL.subarray(5), noekkel);
  expect(await verifyFil(streamBytes(FIL), andres, noekkel.kontroll)).toMatchObject({ utfall: 'avvik' });
  expect(runKommandoer(FIL, andres).status).not.toBe(0);
  const ukjent = signNote('{"manifest":"noe annet"}\n', noekkel);
  expect(await verifyFil(streamBytes(FIL), ukjent, noekkel.kontroll)).toEqual({ utfall: 'ukjentForm' });
});

test('nothing that a user wrote is in a manifest, and every root stands for its pieces in their order', async () => {
  const egen = await createTestnote(FIL, noekkel, 'Kari på Voll');
  expect(egen).toBe(note);
  expect(note).not.toContain('Saken');
  expect(toMerklerot(['a', 'b'])).not.toBe(toMerklerot(['b', 'a']));
});

test('the document explains the very commands that the page gives', () => {
  const dokument = readFileSync(
    path.join(import.meta.dirname, '../../../../docs/uttrekksmanifest.md'),
    'utf8',
  );
  const [, forklart = ''] = /```sh\n(.*?)```/s.exec(dokument) ?? [];
  const kommandoer = forklart.replace(/^#.*\n/gm, '');
  expect(kommandoer).toContain('openssl pkeyutl -verify');
  expect(toMottakerkommandoer('x')).toBe(`fil="$1"\nmanifest="$2"\nnoekkel='x'\n${kommandoer}`);
});
