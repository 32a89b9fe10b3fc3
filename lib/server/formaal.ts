/** The purposes as the browser may know them. */
import 'server-only';
import { type FormaalView, toFormaalView } from '#lib/domain/formaal/formaal.ts';
import { getFormaalskatalog } from '#lib/server/config.ts';

export function listFormaal(): FormaalView[] {
  return getFormaalskatalog().map(toFormaalView);
}
