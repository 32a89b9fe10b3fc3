/** A new order, or a draft that is changed. The ids in the address are ours and say nothing of anybody. */
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { UttrekkRamme } from '../uttrekk-ramme.tsx';
import { NyBestilling } from './ny-bestilling.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('uttrekk');
  return { title: t('nyTittel') };
}

type NyttUttrekkPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NyttUttrekkPage({ searchParams }: NyttUttrekkPageProps) {
  const { utkast, mal } = await searchParams;
  const toId = (verdi: string | string[] | undefined) => (typeof verdi === 'string' ? verdi : null);
  return (
    <UttrekkRamme handling="uttrekk">
      {({ pakker }) => <NyBestilling pakker={pakker} utkastId={toId(utkast)} malId={toId(mal)} />}
    </UttrekkRamme>
  );
}
