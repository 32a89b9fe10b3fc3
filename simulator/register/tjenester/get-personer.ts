/**
 * `personer` by itself: the resource of the oppslag seed's HEAD line. It tells that the certificate and the pakke are
 * good. Assumption: 200 without a body, for GET too.
 */
import { type Svar, TOM } from '../svar.ts';

export function getPersoner(): Svar {
  return { status: 200, kropp: TOM };
}
