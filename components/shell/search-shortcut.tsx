'use client';
/**
 * `/` takes the user to the search field from anywhere. Rule: never while something is typed, never with a modifier, and
 * it can be switched off (WCAG 2.1.4).
 */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { HURTIGTAST_COOKIE, keepPreference } from '#components/shell/preferences.ts';

/** The field that `/` leads to. */
export const SMARTFELT_ID = 'smartfelt';

export function SearchShortcut({ on }: { on: boolean }) {
  const t = useTranslations('felles.hurtigtast');
  const router = useRouter();
  const [enabled, setEnabled] = useState(on);

  // An effect, since key presses outside any element of ours can only be heard on the document.
  useEffect(() => {
    if (!enabled) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (target?.closest('input, select, textarea, dialog, [contenteditable]')) return;
      event.preventDefault();
      const field = document.getElementById(SMARTFELT_ID);
      if (field) field.focus();
      else router.push('/');
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [enabled, router]);

  return (
    <div className="ds-field mt-4">
      <input
        className="ds-input"
        type="checkbox"
        id="hurtigtast"
        checked={enabled}
        onChange={(event) => {
          setEnabled(event.target.checked);
          void keepPreference(HURTIGTAST_COOKIE, event.target.checked ? 'paa' : 'av', Date.now());
        }}
      />
      <label className="ds-label" htmlFor="hurtigtast">
        {t('soek')}
      </label>
    </div>
  );
}
