/**
 * Hears what other processes call out on one channel of the database. A call is a hint and nothing more: one may be lost
 * while the connection is made anew, so whoever listens also looks by itself from time to time.
 */
import 'server-only';
import { Client, escapeIdentifier } from 'pg';

const AGAIN_AFTER_MS = 1_000;

export type Listening = { stop(): Promise<void> };

/**
 * Listens until it is stopped, also through a database that goes away and comes back.
 * @param url connection string of the role that listens
 * @param onCall is told what each call says, and null once for each new connection, since calls may have been missed
 *   before it
 */
export function startListening(
  url: string,
  kanal: string,
  onCall: (melding: string | null) => void,
): Listening {
  let client: Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  async function connect(): Promise<void> {
    const denne = new Client({ connectionString: url, keepAlive: true });
    client = denne;
    const again = (): void => {
      if (client !== denne || isStopped) return;
      client = null;
      denne.end().catch(() => undefined);
      timer = setTimeout(() => void connect(), AGAIN_AFTER_MS);
    };
    denne.on('error', again);
    denne.on('end', again);
    denne.on('notification', ({ payload = '' }) => onCall(payload));
    try {
      await denne.connect();
      await denne.query(`listen ${escapeIdentifier(kanal)}`);
      onCall(null);
    } catch {
      again();
    }
  }

  void connect();

  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
