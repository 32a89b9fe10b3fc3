/** A revisjonslogg of a test's own, with its sealer and its witness. For tests only. */
import 'server-only';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestDatabase, TestServer } from '#lib/server/db/test-database.ts';
import {
  createRevisjonslogg,
  type Plan,
  type Revisjonslogg,
} from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import { createForsegler, type Forsegler } from '#lib/server/revisjonslogg/forsegling/create-forsegler.ts';
import {
  createSigneringsnoekkel,
  type Kontrollnoekkel,
  parseSigneringsnoekkel,
} from '#lib/server/revisjonslogg/forsegling/note.ts';
import type { Revisjonsnoekler } from '#lib/server/revisjonslogg/noekler.ts';

export const TEST_KEY = Buffer.alloc(32, 7).toString('base64');

export const TEST_PLAN: Plan = {
  aktoer: { brukerId: null, brukernavn: 'saksbehandler', enhet: 'Enhet', sessionRef: Buffer.alloc(16) },
  handling: 'OPPSLAG',
  formaal: 'saksbehandling',
  saksreferanse: '2026/1',
  pakke: 'offentlig-med-hjemmel',
  deler: ['person-basis'],
  subjekter: ['21818012345'],
  kriterier: { identifikasjonsnummer: '21818012345' },
};

export type TestLogg = {
  db: TestDatabase;
  logg: Revisjonslogg;
  forsegler: Forsegler;
  noekkel: string;
  kontroll: Kontrollnoekkel;
  /** The witness's folder. */
  mappe: string;
  /** A sealer that knows nothing yet, as after a restart. */
  createForsegler(noekler?: Revisjonsnoekler): Forsegler;
  /** Writes whole acts: two rows and two subjects each. */
  writeHandlinger(antall: number): Promise<void>;
  stop(): Promise<void>;
};

export async function createTestLogg(server: TestServer): Promise<TestLogg> {
  const db = await server.createDatabase();
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-vitne-'));
  const mappe = path.join(folder, 'vitne');
  const logg = createRevisjonslogg(db.portal, TEST_KEY);
  const noekkel = createSigneringsnoekkel('folkeregisterportalen/prove');
  const create = (noekler: Revisjonsnoekler = [TEST_KEY]) =>
    createForsegler(db.forsegler, noekkel, mappe, noekler);

  return {
    db,
    logg,
    forsegler: create(),
    noekkel,
    kontroll: parseSigneringsnoekkel(noekkel).kontroll,
    mappe,
    createForsegler: create,
    async writeHandlinger(antall) {
      for (let n = 0; n < antall; n += 1) {
        const act = await logg.intend(TEST_PLAN);
        await act.disclose('x', {
          utfall: 'funnet',
          subjekter: TEST_PLAN.subjekter,
          felter: ['navn.fornavn'],
        });
      }
    },
    async stop() {
      await db.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
