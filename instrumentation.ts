/** Runs once when a server process starts: settings are parsed here, so that a faulty one stops the start. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startProcess } = await import('#lib/server/start.ts');
  startProcess();
}
