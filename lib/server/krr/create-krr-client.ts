/**
 * The client of Kontakt- og reservasjonsregisteret: one person at a time, joined by number and never by place
 * (krr-maskinporten.md sections 1.2 to 1.7). Rule: no answer is an outcome of its own, never "not reserved".
 */
import 'server-only';
import { isObject } from '#lib/server/freg/classify-answer.ts';
import type { FregFeil } from '#lib/server/freg/freg-svar.ts';
import { createAnrop } from './create-anrop.ts';
import { createTokenkilde } from './create-tokenkilde.ts';
import type { KrrConfig } from './krr-config.ts';
import { readNoekkel } from './noekkel.ts';

/** The one scope: what KRR knows of how to reach her. The digital mailbox is another, which nobody here has use of. */
const SCOPE = 'krr:global/kontaktinformasjon.read';
const STI = '/rest/v2/personer';

/** What KRR said of the one who was asked for; of who is not in the answer, that she is not in KRR. */
export type Krrsvar = { kind: 'post'; post: Readonly<Record<string, unknown>> } | FregFeil;

export type Krrspoersmaal = { nummer: string; signal: AbortSignal; requestId: string };

export type KrrClient = {
  getPerson(spoersmaal: Krrspoersmaal): Promise<Krrsvar>;
  close(): Promise<void>;
};

/** An answer about somebody else is no answer, and nothing of it is kept. */
function findPost(verdi: unknown, nummer: string): Krrsvar {
  if (!isObject(verdi) || !Array.isArray(verdi.personer)) return { kind: 'ugyldigSvar', grunn: 'ikkeJson' };
  const post: unknown = verdi.personer.find((en) => isObject(en) && en.personidentifikator === nummer);
  if (isObject(post)) return { kind: 'post', post };
  if (verdi.personer.length > 0) return { kind: 'ugyldigSvar', grunn: 'feilPerson' };

  return { kind: 'post', post: { personidentifikator: nummer, status: 'IKKE_REGISTRERT' } };
}

/** Throws what the files of the key and of the issuers have wrong: a portal with a way to KRR starts with one that works. */
export function createKrrClient(config: KrrConfig): KrrClient {
  readNoekkel(config.jwkFile);
  const { call, close } = createAnrop(config);
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

  return { getPerson: (spoersmaal) => getPerson(spoersmaal), close };
}
