/** oidc-provider 9 carries no types; this declares what the identity provider uses of it, and no more. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export type Kontekst = {
    path: string;
    type: string;
    body: unknown;
    set(navn: string, verdi: string): void;
    oidc: {
      client?: { clientId: string };
      session?: { accountId?: string };
      provider: Provider;
    };
  };

  export class Grant {
    constructor(grant: { accountId: string; clientId: string });
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }

  export class Provider {
    constructor(issuer: string, konfigurasjon: object);
    readonly Grant: typeof Grant;
    use(mellomvare: (ctx: Kontekst, next: () => Promise<void>) => Promise<void>): this;
    on(hendelse: 'server_error', lytter: (ctx: Kontekst, feil: Error) => void): this;
    callback(): (req: IncomingMessage, res: ServerResponse) => void;
    interactionDetails(req: IncomingMessage, res: ServerResponse): Promise<{ uid: string }>;
    interactionFinished(
      req: IncomingMessage,
      res: ServerResponse,
      resultat: { login: { accountId: string } },
    ): Promise<void>;
  }
}
