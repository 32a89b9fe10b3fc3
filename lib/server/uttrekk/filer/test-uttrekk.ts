/** An uttrekk on disk for tests: its folder, an order, parts of it, and its files in clear. */
import 'server-only';
import { createHash, createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Bestilling } from '#lib/domain/uttrekk/bestilling.ts';
import {
  createSigneringsnoekkel,
  parseSigneringsnoekkel,
} from '#lib/server/revisjonslogg/forsegling/note.ts';
import { createFilnoekkel, unwrapNoekkel } from './container.ts';
import { type Delpost, type Delresultat, writeDelfil } from './deler.ts';
import { type Ferdig, type Ferdigstiller, ferdigstill } from './ferdigstill.ts';
import { type Deladresse, toFilplass, toMappesti, type Uttrekksmappe } from './mappe.ts';
import { readForseglet } from './read-forseglet.ts';

export const FIL_KEY = Buffer.alloc(32, 7).toString('base64');
export const MANIFESTNOEKKEL = parseSigneringsnoekkel(createSigneringsnoekkel('prøve/uttrekk'));
const UTTREKK_ID = '5e8c6a1e-6f0e-4a54-9a7c-0d6a2f3f5b11';

/** A keyed reference as the revisjonslogg makes them. */
export const toRef = (nummer: string): Buffer =>
  createHmac('sha256', 'test').update(nummer).digest().subarray(0, 16);

export const BESTILLING: Bestilling = {
  navn: 'Prøve',
  kilde: { slag: 'komplett', sekvensnummer: null },
  innhold: {
    slag: 'felter',
    felter: ['nummer.identifikasjonsnummer', 'navn.heltNavn', 'foedsel.foedselsdato'],
    perDato: null,
  },
  formater: ['csv', 'ndjson', 'xlsx', 'parquet'],
  pakke: 'offentlig-med-hjemmel',
  formaal: 'proeve',
  saksreferanse: '',
};

/** A folder of its own, which is gone when the scope ends. */
export async function createTestmappe(): Promise<Uttrekksmappe & AsyncDisposable> {
  const rot = await mkdtemp(path.join(tmpdir(), 'uttrekk-test-'));

  return {
    uttrekkId: UTTREKK_ID,
    sti: toMappesti(rot, UTTREKK_ID),
    noekkel: createFilnoekkel(),
    [Symbol.asyncDispose]: () => rm(rot, { recursive: true, force: true }),
  };
}

/** Each list of posts as a part of the one batch. */
export async function writeDeler(
  mappe: Uttrekksmappe,
  bestilling: Bestilling,
  deler: readonly (readonly Delpost[])[],
  refKey = toRef,
): Promise<{ adresser: Deladresse[]; resultater: Delresultat[] }> {
  const adresser = deler.map((_, nr) => ({ jobbNr: 0, batchNr: 0, nr, leieNr: 1 }));
  const resultater: Delresultat[] = [];
  for (const [i, adresse] of adresser.entries())
    resultater.push(await writeDelfil(mappe, bestilling, adresse, deler[i] ?? [], refKey));

  return { adresser, resultater };
}

export function finish(
  mappe: Uttrekksmappe,
  bestilling: Bestilling,
  adresser: readonly Deladresse[],
  valg: Partial<Pick<Ferdigstiller, 'signal' | 'meld' | 'avFaa'>> = {},
): Promise<Ferdig> {
  const deps = {
    filKey: FIL_KEY,
    refKey: toRef,
    signal: new AbortController().signal,
    meld: () => undefined,
    avFaa: 'begrunn' as const,
    ...valg,
  };

  return ferdigstill(deps, mappe, bestilling, adresser);
}

/** The clear text of one file, checked against what was said of it. */
export async function readFil(mappe: Uttrekksmappe, ferdig: Ferdig, format: string): Promise<Buffer> {
  const fil = ferdig.filer.find((en) => en.format === format);
  if (fil === undefined) throw new Error(`no file of ${format}`);
  const { sti, bound } = toFilplass(mappe, fil.filId);
  const biter: Buffer[] = [];
  for await (const bit of readForseglet(sti, unwrapNoekkel(FIL_KEY, fil.filId, fil.noekkel), bound))
    biter.push(bit);
  const bytes = Buffer.concat(biter);
  if (bytes.length !== fil.bytes || !createHash('sha256').update(bytes).digest().equals(fil.sjekksum))
    throw new Error(`the file of ${format} is not what was said of it`);

  return bytes;
}
