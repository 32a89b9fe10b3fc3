/** The uttrekk in work of those who have any, on the start page. */
import { MineUttrekk } from '#components/uttrekk/liste/mine-uttrekk.tsx';
import type { Handling } from '#lib/domain/session/session.ts';
import { UttrekkRamme } from './uttrekk-ramme.tsx';

export function StartUttrekk({ handlinger }: { handlinger: readonly Handling[] }) {
  if (!handlinger.includes('uttrekkVisning')) return null;
  return <UttrekkRamme handling="uttrekkVisning">{() => <MineUttrekk />}</UttrekkRamme>;
}
