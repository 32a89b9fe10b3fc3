/** The purposes as the browser may know them: those of the one kind of use. */
import 'server-only';
import { type Formaalsbruk, type FormaalView, toFormaalView } from '#lib/domain/formaal/formaal.ts';
import { getFormaalskatalog } from '#lib/server/config.ts';

export function listFormaal(bruk: Formaalsbruk): FormaalView[] {
  return getFormaalskatalog()
    .filter(({ til }) => til.includes(bruk))
    .map(toFormaalView);
}

/** Every purpose there is: what stands in the log may be of any. */
export function listAlleFormaal(): FormaalView[] {
  return getFormaalskatalog().map(toFormaalView);
}
