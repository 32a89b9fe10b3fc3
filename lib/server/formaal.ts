/** The purposes as the browser may know them: those of the one kind of use. */
import 'server-only';
import { type Formaalsbruk, type FormaalView, toFormaalView } from '#lib/domain/formaal/formaal.ts';
import { getFormaalskatalog } from '#lib/server/config.ts';

export function listFormaal(bruk: Formaalsbruk): FormaalView[] {
  return getFormaalskatalog()
    .filter(({ til }) => til.includes(bruk))
    .map(toFormaalView);
}

/** What a purpose that stands in the log is called, whatever it is a purpose of. */
export function listFormaalnavn(): Pick<FormaalView, 'id' | 'navn'>[] {
  return getFormaalskatalog().map(({ id, navn }) => ({ id, navn }));
}
