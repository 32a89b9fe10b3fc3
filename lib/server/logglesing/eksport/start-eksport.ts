/** The one download of a file of the log. Its row was committed when it was made. */
import 'server-only';
import type { Filstroem } from '#lib/server/http/download.ts';
import { getFilminne } from '#lib/server/logglesing/eksport/filminne.ts';
import type { Session } from '#lib/server/session/session-store.ts';

async function* once(innhold: Buffer): AsyncGenerator<Uint8Array> {
  yield innhold;
}

/** Throws NEDLASTING_BRUKT for one that is used, too late, unknown or somebody else's. */
export async function startEksport(
  session: Session,
  { filId }: Readonly<Record<string, string>>,
): Promise<Filstroem> {
  const { filnavn, type, innhold, etag } = getFilminne().take(filId, session);

  return { filnavn, type, bytes: innhold.length, utsnitt: null, etag, biter: once(innhold) };
}
