'use client';
/**
 * What goes on paper is chosen: the open tab, every tab, or the receipt alone. Rule: the receipt goes along with what it
 * documents. Printing from the browser's own menu gives the open tab.
 */
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';

export type Utskrift = 'fane' | 'alle' | 'kvittering';
const UTSKRIFTER: readonly Utskrift[] = ['fane', 'alle', 'kvittering'];

/** `utskrift` is what the page shows on paper now; `skrivUt` prints and then goes back to the open tab. */
export function useUtskrift(): { utskrift: Utskrift; skrivUt: (hva: Utskrift) => void } {
  const [utskrift, setUtskrift] = useState<Utskrift>('fane');
  const skrivUt = (hva: Utskrift) => {
    // The page must have changed before the browser takes its picture of it.
    flushSync(() => setUtskrift(hva));
    window.print();
    setUtskrift('fane');
  };
  return { utskrift, skrivUt };
}

export function SkrivUtMeny({ onSkrivUt }: { onSkrivUt: (hva: Utskrift) => void }) {
  const t = useTranslations('personside.utskrift');
  const meny = useRef<HTMLDivElement>(null);
  return (
    <>
      <button
        type="button"
        className="ds-button"
        data-variant="tertiary"
        data-size="sm"
        popoverTarget="skriv-ut"
      >
        {t('skrivUt')}
      </button>
      <div ref={meny} id="skriv-ut" popover="auto" className="menu">
        <ul className="flex flex-col gap-1">
          {UTSKRIFTER.map((hva) => (
            <li key={hva}>
              <button
                type="button"
                className="ds-button w-full justify-start"
                data-variant="tertiary"
                data-size="sm"
                onClick={() => {
                  meny.current?.hidePopover();
                  onSkrivUt(hva);
                }}
              >
                {t(hva)}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
