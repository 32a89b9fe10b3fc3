/** The folder of an uttrekk, opened with its own key. */
import 'server-only';
import { unwrapNoekkel } from '#lib/server/uttrekk/filer/container.ts';
import { toMappesti, type Uttrekksmappe } from '#lib/server/uttrekk/filer/mappe.ts';
import { Forbikjoert, type Uttrekk } from './leie.ts';

/** Throws Forbikjoert when the key is destroyed: the parts are deleted, and nothing more may be written. */
export function openMappe(
  filKey: string,
  filMappe: string,
  { id, delnoekkel }: Pick<Uttrekk, 'id' | 'delnoekkel'>,
): Uttrekksmappe {
  if (delnoekkel === null) throw new Forbikjoert();

  return { uttrekkId: id, sti: toMappesti(filMappe, id), noekkel: unwrapNoekkel(filKey, id, delnoekkel) };
}
