/** People and calls for tests of the portal's side of uttrekk, on a real database. For tests only. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Formaalskatalog } from '#lib/domain/formaal/formaal.ts';
import type { Rolle } from '#lib/domain/session/session.ts';
import { Tilgang, toRettigheter } from '#lib/domain/tilgang/tilgang.ts';
import type { TestDatabase } from '#lib/server/db/test-database.ts';
import type { Kall } from '#lib/server/http/route.ts';
import { createRevisjonslogg } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import type { Session } from '#lib/server/session/session-store.ts';
import type { Uttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');
const CONFIG = path.join(import.meta.dirname, '../../../../config');
const readConfig = (navn: string): unknown => JSON.parse(readFileSync(path.join(CONFIG, navn), 'utf8'));
const TILGANG = Tilgang.parse(readConfig('tilgang.json'));

/** The use cases' world over the test database, as the portal has it, or as the worker. */
export function createTestdeps(db: TestDatabase, rolle: 'portal' | 'worker' = 'portal'): Uttrekksdeps {
  const pool = db[rolle];

  return {
    pool,
    revisjonslogg: createRevisjonslogg(pool, KEY),
    formaalskatalog: Formaalskatalog.parse(readConfig('formaal.json')),
    tilgang: TILGANG,
    avFaa: 'begrunn',
  };
}

/** Somebody signed in with these roles and offentlig med hjemmel. */
export async function createBruker(
  { owner }: TestDatabase,
  navn: string,
  ...roller: Rolle[]
): Promise<Session> {
  const grupper = [
    ...roller.map((rolle) => `folkeregister-${rolle}`),
    'folkeregister-pakke-offentlig-med-hjemmel',
  ];
  const naa = new Date();
  const { rows } = await owner.query<{ id: string }>(
    `insert into portal.bruker (iss, sub, brukernavn, navn, enhet, grupper)
     values ('https://id.example', $1, $2, $2, 'Analyse', $3) returning id`,
    [randomUUID(), navn, grupper],
  );

  return {
    brukerId: rows[0]?.id ?? '',
    brukernavn: navn,
    navn,
    enhet: 'Analyse',
    rettigheter: toRettigheter(grupper, TILGANG, naa),
    kontekst: null,
    sessionRef: Buffer.alloc(16),
    tokenHash: Buffer.alloc(32),
    nyligBekreftet: true,
    utloeper: naa,
    utloeperSenest: naa,
    egenPerson: null,
    skjermingsliste: null,
  };
}

/** A call as `route()` makes it. */
export function toKall<B>(session: Session, body: B, params: Record<string, string> = {}): Kall<B> {
  return { session, body, params, requestId: randomUUID(), signal: new AbortController().signal };
}

/** What was answered, as the browser reads it. */
export async function read<T>(answer: Promise<{ json: string }>): Promise<T> {
  return JSON.parse((await answer).json);
}

/** The code of the refusal, or `let in`. */
export function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'let in',
    (error: unknown) => (error instanceof Error && 'kode' in error ? String(error.kode) : String(error)),
  );
}
