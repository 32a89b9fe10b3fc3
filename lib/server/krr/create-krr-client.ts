/**
 * The client of Kontakt- og reservasjonsregisteret: one person at a time, joined by number and never by place
 * (krr-maskinporten.md sections 1.2 to 1.7). Rule: no answer is an outcome of its own, never "not reserved".
 */
import 'server-only';
import { createAnrop, type Tjenestestatus } from './create-anrop.ts';
import { createTokenkilde } from './create-tokenkilde.ts';
import { findPost, type Krrsvar } from './find-post.ts';
import type { KrrConfig } from './krr-config.ts';
import { readNoekkel } from './noekkel.ts';

/** The one scope: what KRR knows of how to reach her. The digital mailbox is another, which nobody here has use of. */
const SCOPE = 'krr:global/kontaktinformasjon.read';
const STI = '/rest/v2/personer';

export type Krrspoersmaal = { nummer: string; signal: AbortSignal; requestId: string };

export type KrrClient = {
  getPerson(spoersmaal: Krrspoersmaal): Promise<Krrsvar>;
  /** How Maskinporten and KRR did when they were last asked; nothing is asked for it. */
  listTjenester(): Tjenestestatus[];
  close(): Promise<void>;
};

/** Throws what the files of the key and of the issuers have wrong: a portal with a way to KRR starts with one that works. */
export function createKrrClient(config: KrrConfig): KrrClient {
  readNoekkel(config.jwkFile);
  const { call, listTjenester, close } = createAnrop(config);
  const tokenkilde = createTokenkilde(config, call);
  const url = `${config.baseUrl.replace(/\/+$/, '')}${STI}`;

  const ask = ({ nummer, signal, requestId }: Krrspoersmaal, token: string) =>
    call({
      hendelse: 'krr.kall',
      mal: `POST krr${STI}`,
      url,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        accept: 'application/json',
      },
      // Its default is not documented, so it is always said.
      createBody: () => JSON.stringify({ personidentifikatorer: [nummer], inkluderIkkeRegistrerte: true }),
      signal,
      requestId,
    });

  async function getPerson(spoersmaal: Krrspoersmaal, erSiste = false): Promise<Krrsvar> {
    const token = await tokenkilde.get(SCOPE, spoersmaal.requestId);
    if (token.kind !== 'token') return token;
    const { svar } = await ask(spoersmaal, token.token);
    if (svar.kind === 'json') return findPost(svar.verdi, spoersmaal.nummer);
    if (svar.kind !== 'ikkeAutentisert' || erSiste) return svar;
    tokenkilde.drop(SCOPE, token.token);

    return getPerson(spoersmaal, true);
  }

  return { getPerson: (spoersmaal) => getPerson(spoersmaal), listTjenester, close };
}
