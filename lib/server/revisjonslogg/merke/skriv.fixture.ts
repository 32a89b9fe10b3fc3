/** A process that writes as many acts as it can, says when it has begun, and goes on until it is killed. */
import 'server-only';
import { createPool } from '#lib/server/db/pool.ts';
import { createRevisjonslogg } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import { TEST_PLAN } from '#lib/server/revisjonslogg/forsegling/test-logg.ts';

const [, , url = '', key = ''] = process.argv;
const logg = createRevisjonslogg(createPool(url, { max: 4 }), key);

async function write(): Promise<void> {
  for (;;) {
    const act = await logg.intend(TEST_PLAN);
    await act.fail(null, 'internFeil');
    process.stdout.write('.');
  }
}
process.stdin.resume().once('end', () => process.exit(1));
await Promise.all(Array.from({ length: 8 }, write));
