/** A signed manifest of some bytes, for tests. */
import 'server-only';
import { createManifest, toManifesttekst } from '#lib/domain/uttrekk/manifest.ts';
import { type Signeringsnoekkel, signNote } from '#lib/server/revisjonslogg/forsegling/note.ts';
import { createDelsummer, toMerklerot } from './delsummer.ts';

export const UTTREKK_ID = '5e8c6a1e-6f0e-4a54-9a7c-0d6a2f3f5b11';
export const LEDER_ID = '0b8f7c54-54a1-4c0f-8f6e-5d2f7a9c1e22';

/** In pieces as they come from a file that is read, which are no pieces of the manifest. */
export async function* streamBytes(bytes: Buffer, bit = 65_537): AsyncGenerator<Buffer> {
  for (let sted = 0; sted < bytes.length; sted += bit) yield bytes.subarray(sted, sted + bit);
}

/** @param navn what the user called the order */
export async function createTestnote(
  bytes: Buffer,
  noekkel: Signeringsnoekkel,
  navn = 'Prøve',
): Promise<string> {
  const delsummer = createDelsummer();
  for await (const _ of delsummer.sum(streamBytes(bytes)));
  const { deler, sjekksum } = delsummer.end();
  const bestilling = {
    navn,
    kilde: { slag: 'komplett' as const, sekvensnummer: '42' },
    innhold: { slag: 'identifikatorer' as const },
    formater: ['csv' as const],
    pakke: 'offentlig-med-hjemmel' as const,
    formaal: 'statistikk',
    saksreferanse: 'Saken 2026/1',
  };
  const godkjentAv = [{ bruker: LEDER_ID, tidspunkt: '2026-11-21T08:00:00.000Z' }];
  const manifest = createManifest(
    { uttrekk: UTTREKK_ID, endringerSiden: null, godkjentAv, bestilling },
    {
      format: 'csv',
      rader: 7,
      bytes: bytes.length,
      sha256: sjekksum.toString('hex'),
      merklerot: toMerklerot(deler),
      deler,
    },
  );

  return signNote(toManifesttekst(manifest), noekkel);
}
