'use client';
/** The language of the portal: each in its own name, since who looks for it may read no other. Takes effect at once. */
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { keepPreference } from '#components/shell/preferences.ts';
import { ChoiceGroup } from '#components/ui/choice-group.tsx';
import { SPRAAK, SPRAAK_COOKIE, type Spraak } from '#lib/domain/spraak/spraak.ts';

const NAVN: Record<Spraak, string> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' };

export function Spraakvalg() {
  const t = useTranslations('felles');
  const router = useRouter();
  // The choice shows at once; the texts follow when the server has answered.
  const [selected, setSelected] = useState<Spraak>(useLocale());
  const onSelect = async (spraak: Spraak) => {
    setSelected(spraak);
    await keepPreference(SPRAAK_COOKIE, spraak, Date.now());
    // The server writes the page anew in the language, `lang` included; what is typed and fetched stays.
    router.refresh();
  };
  return (
    <ChoiceGroup
      legend={t('spraak')}
      name="spraak"
      selected={selected}
      onSelect={(spraak) => void onSelect(spraak)}
      options={SPRAAK.map((value) => ({ value, label: NAVN[value], lang: value }))}
    />
  );
}
