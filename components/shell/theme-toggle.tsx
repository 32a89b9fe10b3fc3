'use client';
/** Light, dark or as the system: takes effect at once and is remembered in a cookie. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { keepPreference, TEMA_COOKIE, TEMAER, type Tema } from '#components/shell/preferences.ts';
import { ChoiceGroup } from '#components/ui/choice-group.tsx';

export function ThemeToggle({ tema }: { tema: Tema }) {
  const t = useTranslations('felles.tema');
  const [selected, setSelected] = useState(tema);
  const onSelect = (next: Tema) => {
    setSelected(next);
    document.documentElement.dataset.colorScheme = next;
    void keepPreference(TEMA_COOKIE, next, Date.now());
  };
  return (
    <ChoiceGroup
      legend={t('ledetekst')}
      name="tema"
      selected={selected}
      onSelect={onSelect}
      options={TEMAER.map((value) => ({ value, label: t(value) }))}
    />
  );
}
