/**
 * Files of the log that wait for their one download. In the memory of this process alone, for a minute: a file that lay
 * on a disk would be a copy of the log that nobody looks after. Whoever takes a file takes it away.
 */
import 'server-only';
import { randomUUID } from 'node:crypto';
import { AppError } from '#lib/domain/feil.ts';
import { EKSPORT_SEKUNDER } from '#lib/domain/revisjonslogg/eksport.ts';
import { once } from '#lib/server/once.ts';
import type { Session } from '#lib/server/session/session-store.ts';

export type Loggfil = { filnavn: string; type: string; innhold: Buffer; etag: string };
type Ventende = { fil: Loggfil; brukerId: string; sessionRef: Buffer; til: number };
type Eier = Pick<Session, 'brukerId' | 'sessionRef'>;

/** Files at once, of all users: some tens of megabytes. */
const MAKS_FILER = 4;

export function createFilminne(naa: () => number = Date.now) {
  const filer = new Map<string, Ventende>();
  const removeExpired = () => {
    for (const [id, { til }] of filer) if (til <= naa()) filer.delete(id);
  };

  return {
    /** A file that the same user has not fetched gives way. Throws FOR_MANGE_SAMTIDIGE. */
    keep(fil: Loggfil, { brukerId, sessionRef }: Eier): string {
      removeExpired();
      for (const [id, ventende] of filer) if (ventende.brukerId === brukerId) filer.delete(id);
      if (filer.size >= MAKS_FILER) throw new AppError('FOR_MANGE_SAMTIDIGE');
      const id = randomUUID();
      filer.set(id, { fil, brukerId, sessionRef, til: naa() + EKSPORT_SEKUNDER * 1000 });
      setTimeout(removeExpired, EKSPORT_SEKUNDER * 1000 + 100).unref();

      return id;
    },
    /** Throws NEDLASTING_BRUKT, the same for used, too late, unknown and somebody else's. */
    take(id: string | undefined, { brukerId, sessionRef }: Eier): Loggfil {
      removeExpired();
      const ventende = id === undefined ? undefined : filer.get(id);
      if (id === undefined || ventende?.brukerId !== brukerId || !ventende.sessionRef.equals(sessionRef))
        throw new AppError('NEDLASTING_BRUKT');
      filer.delete(id);

      return ventende.fil;
    },
  };
}

export const getFilminne = once('loggfiler', () => createFilminne());
