/** Who is signed in, and with which rights. Roles come from groups by configuration; an unknown group gives nothing. */
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';

export const ROLLER = ['saksbehandler', 'analytiker', 'leder', 'administrator', 'personvernombud'] as const;
export type Rolle = (typeof ROLLER)[number];

/** The acts that a route may require. Which role may do which stands in `handlinger.ts`. */
export const HANDLINGER = [
  'oppslag',
  'soek',
  'bulk',
  'avdekking',
  'kontaktoppslag',
  'noedtilgang',
  'noedtilgangVarsel',
  'uttrekk',
  'uttrekkGodkjenning',
  'uttrekkVisning',
  'mineOppslag',
  'revisjonslogg',
  'innsyn',
  'kontroll',
  'kontrollBekreftelse',
  'drift',
  'tilgang',
  'tilgangVisning',
  'tilgangBekreftelse',
  'tilgangGjennomgang',
  'session',
] as const;
export type Handling = (typeof HANDLINGER)[number];

/** The right to know of and see protected addresses. `strengtFortrolig` is nobody's: it is never shown. */
export type Skjermingsrett = 'ingen' | 'fortrolig';

/** How long a case number may be. */
export const SAKSREFERANSE_MAKS = 60;

/** What the user has chosen for this session and need not say again. */
export type Kontekst = { pakke: Pakke; formaal: string; saksreferanse: string };

/** What the browser may know of its own session. */
export type SessionView = {
  navn: string;
  enhet: string | null;
  roller: Rolle[];
  pakker: Pakke[];
  skjermingsrett: Skjermingsrett;
  /** What `handlinger.ts` allows this user; the menus follow it, the server decides by it. */
  handlinger: Handling[];
  kontekst: Kontekst | null;
  /** Idle end and absolute end as ISO date-times. */
  utloeper: string;
  utloeperSenest: string;
};
