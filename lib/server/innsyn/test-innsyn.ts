/** A log, its people and its uttrekk for tests of innsyn, on a real database and real membership files. For tests only. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Formaalskatalog } from '#lib/domain/formaal/formaal.ts';
import type { Innsynssvar } from '#lib/domain/innsyn/innsyn.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/db/test-database.ts';
import {
  type Aktoer,
  createRevisjonslogg,
  type Plan,
  type Revisjonslogg,
} from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import type { Session } from '#lib/server/session/session-store.ts';
import { createFilnoekkel } from '#lib/server/uttrekk/filer/container.ts';
import { writeDelfil } from '#lib/server/uttrekk/filer/deler.ts';
import { ferdigstill } from '#lib/server/uttrekk/filer/ferdigstill.ts';
import { toMappesti } from '#lib/server/uttrekk/filer/mappe.ts';
import { BESTILLING, FIL_KEY } from '#lib/server/uttrekk/filer/test-uttrekk.ts';
import type { Innsynsdeps } from './deps.ts';
import { runInnsyn } from './run-innsyn.ts';

const toKey = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const [OLD, NEW] = [toKey(1), toKey(2)];
const CONFIG = path.join(import.meta.dirname, '../../../config/formaal.json');

export const KARI: Aktoer = {
  brukerId: null,
  brukernavn: 'kari.saksbehandler',
  enhet: 'Enhet Nord',
  sessionRef: null,
};

/** An oppslag on these, as a caseworker makes it. */
export const toPlan = (subjekter: readonly string[], endringer: Partial<Plan> = {}): Plan => ({
  aktoer: KARI,
  handling: 'OPPSLAG',
  formaal: 'bosted',
  saksreferanse: '2026/1',
  pakke: 'offentlig-med-hjemmel',
  deler: ['navn', 'bostedsadresse'],
  subjekter,
  kriterier: null,
  ...endringer,
});

export type TestInnsyn = {
  db: TestDatabase;
  deps: Innsynsdeps;
  ombud: Session;
  logg: Revisjonslogg;
  /** Writes under the key that was before. */
  gammel: Revisjonslogg;
  /** A finished uttrekk with these, of which nothing stands in the log yet. */
  createUttrekk(numre: readonly string[]): Promise<{ uttrekkId: string; handlingId: string }>;
  /** Everything about the person, or of the period, as the ombud is answered. */
  ask(numre: readonly string[], periode?: { fra?: string; til?: string }): Promise<Innsynssvar>;
  stop(): Promise<void>;
};

async function createOmbud(db: TestDatabase): Promise<Session> {
  const { rows } = await db.owner.query<{ id: string }>(
    `insert into portal.bruker (iss, sub, brukernavn, navn, enhet, grupper)
     values ('i', 'ombud', 'ombud', 'Olga Ombud', 'Personvern', '{}') returning id`,
  );
  const om = {
    brukernavn: 'ombud',
    navn: 'Olga Ombud',
    enhet: 'Personvern',
    kontekst: null,
    egenPerson: null,
    skjermingsliste: null,
  };
  const koder = { sessionRef: Buffer.alloc(16), tokenHash: Buffer.alloc(32) };

  return {
    ...om,
    ...koder,
    nyligBekreftet: true,
    brukerId: rows[0]?.id ?? '',
    utloeper: new Date(),
    utloeperSenest: new Date(),
    rettigheter: { roller: ['personvernombud'], pakker: [], skjermingsrett: 'ingen', skjermede: false },
  };
}

async function createUttrekk(
  { db, deps, ombud }: Pick<TestInnsyn, 'db' | 'deps' | 'ombud'>,
  numre: readonly string[],
) {
  const [uttrekkId, handlingId, noekkel] = [randomUUID(), randomUUID(), createFilnoekkel()];
  await db.owner.query(
    `insert into uttrekk.uttrekk (id, eier_id, bestilling, avtrykk, deler, handling_id, klientnoekkel, tilstand)
     values ($1, $2, $3, 'x', '{navn}', $4, $5, 'klar')`,
    [uttrekkId, ombud.brukerId, BESTILLING, handlingId, randomUUID()],
  );
  const mappe = { uttrekkId, sti: toMappesti(deps.filMappe, uttrekkId), noekkel };
  const adresse = { jobbNr: 0, batchNr: 0, nr: 0, leieNr: 1 };
  const poster = numre.map((id) => ({ id, dokument: { navn: [{ erGjeldende: true, fornavn: 'PRØVE' }] } }));
  await writeDelfil(mappe, BESTILLING, adresse, poster, deps.revisjonslogg.toSubjektRef);
  const { medlemskap } = await ferdigstill(
    {
      filKey: FIL_KEY,
      refKey: deps.revisjonslogg.toSubjektRef,
      signal: new AbortController().signal,
      meld: () => undefined,
      avFaa: 'begrunn',
    },
    mappe,
    { ...BESTILLING, formater: ['csv'] },
    [adresse],
  );
  const { antall, bytes, sjekksum, noekkel: pakket } = medlemskap;
  await db.owner.query(
    'insert into uttrekk.medlemskap (uttrekk_id, antall, bytes, sjekksum, noekkel) values ($1, $2, $3, $4, $5)',
    [uttrekkId, antall, bytes, sjekksum, pakket],
  );

  return { uttrekkId, handlingId };
}

export async function createTestInnsyn(): Promise<TestInnsyn> {
  const db = await createTestDatabase();
  const filMappe = await mkdtemp(path.join(tmpdir(), 'innsyn-'));
  const logg = createRevisjonslogg(db.portal, NEW);
  const deps: Innsynsdeps = {
    leser: db.leser,
    pool: db.portal,
    revisjonslogg: logg,
    noekler: [NEW, OLD],
    filKey: FIL_KEY,
    filMappe,
    formaalskatalog: Formaalskatalog.parse(JSON.parse(readFileSync(CONFIG, 'utf8'))),
    svarKey: toKey(3),
  };
  const ombud = await createOmbud(db);

  return {
    db,
    deps,
    ombud,
    logg,
    gammel: createRevisjonslogg(db.portal, OLD),
    createUttrekk: (numre) => createUttrekk({ db, deps, ombud }, numre),
    async ask(numre, { fra = '2020-01-01T00:00:00Z', til = '2099-01-01T00:00:00Z' } = {}) {
      const begrunnelse = 'Personen har bedt om innsyn i loggen';
      const body = { numre: [...numre], fra, til, begrunnelse, saksreferanse: '2026/99' };

      return JSON.parse((await runInnsyn(deps, { session: ombud, body })).json);
    },
    async stop() {
      await db.stop();
      await rm(filMappe, { recursive: true, force: true });
    },
  };
}
