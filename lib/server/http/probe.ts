/** Answers to the machines that watch the portal: alive, ready, figures. Nothing in them is of a person or a user. */
import 'server-only';
import { log } from '#lib/server/log/log.ts';

/** 204 when `check` passes, 503 when it throws. */
export function probe(check: () => Promise<void>): () => Promise<Response> {
  return async () => {
    const headers = { 'Cache-Control': 'no-store' };
    try {
      await check();

      return new Response(null, { status: 204, headers });
    } catch (error) {
      log.error('probe.failed', { error });

      return new Response(null, { status: 503, headers });
    }
  };
}

/** 200 with the figures as text. */
export function metrics(list: () => Promise<{ type: string; text: string }>): () => Promise<Response> {
  return async () => {
    const { type, text } = await list();

    return new Response(text, { headers: { 'Cache-Control': 'no-store', 'Content-Type': type } });
  };
}
