/**
 * Which role may do which act. Roles add up, with one exception that keeps duties apart (security.md Z-12): who
 * administers access or reads the revisjonslogg of others cannot read persons, whatever other roles she has.
 *
 * | handling           | who                              | never, even with another role  |
 * |--------------------|----------------------------------|--------------------------------|
 * | oppslag            | saksbehandler                    | administrator, personvernombud |
 * | soek, bulk         | as oppslag                       | as oppslag                     |
 * | avdekking          | as oppslag, with skjermingsrett  | as oppslag                     |
 * | kontaktoppslag     | as oppslag                       | as oppslag                     |
 * | noedtilgang        | as oppslag                       | as oppslag                     |
 * | noedtilgangVarsel  | personvernombud, leder           |                                |
 * | uttrekk            | analytiker                       | as oppslag                     |
 * | uttrekkGodkjenning | leder                            | as oppslag                     |
 * | uttrekkVisning     | analytiker, leder                | as oppslag                     |
 * | mineOppslag        | everyone with a role             |                                |
 * | revisjonslogg      | personvernombud, administrator   |                                |
 * | innsyn             | personvernombud                  |                                |
 * | kontroll           | personvernombud                  |                                |
 * | kontrollBekreftelse | leder                           |                                |
 * | drift              | administrator                    |                                |
 * | tilgang            | administrator                    |                                |
 * | tilgangVisning     | administrator, personvernombud   |                                |
 * | tilgangBekreftelse | administrator, personvernombud   |                                |
 * | tilgangGjennomgang | administrator, leder             |                                |
 * | session            | everyone who is signed in        |                                |
 *
 * analytiker and leder do not look up persons by that role: one who also handles cases is saksbehandler too. A leder sees
 * of an uttrekk what it takes to approve it, never its files. A personvernombud sees who has access and is a second pair of
 * eyes on it; she changes nobody's.
 */

import type { Handling, Rolle } from './session.ts';
import { HANDLINGER, ROLLER } from './session.ts';

type Regel = { tillatt: 'alle' | readonly Rolle[]; aldri: readonly Rolle[] };

const AVSTAND: readonly Rolle[] = ['administrator', 'personvernombud'];
const PERSONER: Regel = { tillatt: ['saksbehandler'], aldri: AVSTAND };

const REGLER: Record<Handling, Regel> = {
  oppslag: PERSONER,
  soek: PERSONER,
  bulk: PERSONER,
  avdekking: PERSONER,
  kontaktoppslag: PERSONER,
  noedtilgang: PERSONER,
  noedtilgangVarsel: { tillatt: ['personvernombud', 'leder'], aldri: [] },
  uttrekk: { tillatt: ['analytiker'], aldri: AVSTAND },
  uttrekkGodkjenning: { tillatt: ['leder'], aldri: AVSTAND },
  uttrekkVisning: { tillatt: ['analytiker', 'leder'], aldri: AVSTAND },
  mineOppslag: { tillatt: ROLLER, aldri: [] },
  revisjonslogg: { tillatt: ['personvernombud', 'administrator'], aldri: [] },
  innsyn: { tillatt: ['personvernombud'], aldri: [] },
  // Never of her own acts: lib/server/kontroll (Z-12).
  kontroll: { tillatt: ['personvernombud'], aldri: [] },
  // Of her own unit's acts and never her own: lib/server/kontroll (D-07, Z-12).
  kontrollBekreftelse: { tillatt: ['leder'], aldri: [] },
  drift: { tillatt: ['administrator'], aldri: [] },
  tilgang: { tillatt: ['administrator'], aldri: [] },
  tilgangVisning: { tillatt: ['administrator', 'personvernombud'], aldri: [] },
  tilgangBekreftelse: { tillatt: ['administrator', 'personvernombud'], aldri: [] },
  tilgangGjennomgang: { tillatt: ['administrator', 'leder'], aldri: [] },
  session: { tillatt: 'alle', aldri: [] },
};

/** Whether a signed-in user with these roles may do the act. An unknown role gives nothing; an unknown act is refused. */
export function isAllowed(roller: readonly string[], handling: string): boolean {
  const kjent = HANDLINGER.find((navn) => navn === handling);
  if (kjent === undefined) return false;
  const { tillatt, aldri } = REGLER[kjent];
  if (aldri.some((rolle) => roller.includes(rolle))) return false;
  return tillatt === 'alle' || tillatt.some((rolle) => roller.includes(rolle));
}

/** The acts that these roles allow, for the menus. The server asks `isAllowed` again for each request. */
export function listHandlinger(roller: readonly string[]): Handling[] {
  return HANDLINGER.filter((handling) => isAllowed(roller, handling));
}
