/** What came of an act on access. It has the focus, since the button that was pressed may be gone: give each answer a key. */
import { focusOnMount } from '#components/ui/focus.ts';

type SvarboksProps = { tekst: string; farge?: 'success' | 'warning' };

export function Svarboks({ tekst, farge = 'success' }: SvarboksProps) {
  return (
    <p ref={focusOnMount} tabIndex={-1} role="status" className="ds-alert" data-color={farge}>
      {tekst}
    </p>
  );
}
