/** Which persons of an uttrekk some hendelser are about, by its membership file. Everybody else is forgotten here. */
import 'server-only';
import type { Feedhendelse } from '#lib/domain/uttrekk/apply-feedside.ts';
import { listSubjektRefs } from '#lib/server/revisjonslogg/noekler.ts';
import { unwrapNoekkel } from '#lib/server/uttrekk/filer/container.ts';
import { toMappesti } from '#lib/server/uttrekk/filer/mappe.ts';
import { listMedlemmer } from '#lib/server/uttrekk/filer/medlemskap.ts';
import type { Oppdateringsdeps } from './deps.ts';
import type { Holdt } from './holdte.ts';

/** Their references, each once. Throws Filfeil when the file does not say. */
export async function findEndrede(
  { filKey, filMappe, noekler }: Oppdateringsdeps,
  { uttrekkId, sjekksum, noekkel }: Holdt,
  hendelser: readonly Pick<Feedhendelse, 'nummer'>[],
): Promise<Buffer[]> {
  const numre = new Set(hendelser.flatMap(({ nummer }) => nummer ?? []));
  if (numre.size === 0) return [];
  // The file is written under one of the keys.
  const refs = [...numre].flatMap((nummer) => listSubjektRefs(noekler, nummer));
  const fil = { sjekksum, noekkel: unwrapNoekkel(filKey, uttrekkId, noekkel) };

  return listMedlemmer({ uttrekkId, sti: toMappesti(filMappe, uttrekkId) }, fil, refs.sort(Buffer.compare));
}
