/**
 * A sealer that never rests, in a process of its own as the product's is (the worker's seals each minute and rests
 * between): `forsegle.ts ADDRESS SIGNING-KEY FOLDER REVISJON_KEY`. Goes on until it is stopped.
 */
import { createPool } from '#lib/server/db/pool.ts';
import { createForsegler } from '#lib/server/revisjonslogg/forsegling/create-forsegler.ts';

const [, , url = '', noekkel = '', mappe = '', revisjonKey = ''] = process.argv;
const forsegler = createForsegler(createPool(url, { max: 1, withinMs: 60_000 }), noekkel, mappe, [
  revisjonKey,
]);
for (;;) await forsegler.sealOnce();
