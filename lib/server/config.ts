/** The files that the organisation itself writes: who gets which rights, for which purposes, and what is looked at afterwards. Read at boot. */
import 'server-only';
import { readFileSync } from 'node:fs';
import { Formaalskatalog } from '#lib/domain/formaal/formaal.ts';
import { Kontrollvalg } from '#lib/domain/kontroll/kontrollvalg.ts';
import { isVirkelig } from '#lib/domain/oppslag/personidentifikator.ts';
import { Tilgang } from '#lib/domain/tilgang/tilgang.ts';
import { getFellesEnv, getWorkerEnv } from '#lib/server/env.ts';
import { once } from '#lib/server/once.ts';

/** Groups to roles, packages and the right to protected addresses. Throws when the file is missing or malformed. */
export const getTilgang = once('tilgang', () =>
  Tilgang.parse(JSON.parse(readFileSync(getFellesEnv().TILGANG_FILE, 'utf8'))),
);

/** The purposes that a user may state. Throws when the file is missing or malformed. */
export const getFormaalskatalog = once('formaal', () =>
  Formaalskatalog.parse(JSON.parse(readFileSync(getFellesEnv().FORMAAL_FILE, 'utf8'))),
);

/** Limits, weights and terms of kontroll; the worker's alone. Throws when the file is missing or malformed, or where it has a number that could be a living person's and the register is not the production's (P-10). */
export const getKontrollvalg = once('kontrollvalg', () => {
  const { KONTROLL_FILE, FREG_MILJOE } = getWorkerEnv();
  const valg = Kontrollvalg.parse(JSON.parse(readFileSync(KONTROLL_FILE, 'utf8')));
  // Never the number itself: the message stands in the log.
  if (FREG_MILJOE === 'test' && valg.lokkepersoner.some(isVirkelig))
    throw new Error('KONTROLL_FILE: lokkepersoner has a number that could be a living person’s');

  return valg;
});
