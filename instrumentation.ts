/** Runs once when a server process starts: settings are parsed here, so that a faulty one stops the start. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { getEnv } = await import('#lib/server/env.ts');
  const { allowContentLength } = await import('#lib/server/http/content-length.ts');
  const { getStans } = await import('#lib/server/http/stans.ts');
  const { startUpkeep } = await import('#lib/server/start.ts');
  getEnv();
  allowContentLength();
  getStans();
  startUpkeep();
}
