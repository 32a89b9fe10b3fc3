/** Listens for the shortcuts while they are on, on the document: a key press outside any element is heard only there. */
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { readTastetrykk } from '#components/shell/hurtigtast/hurtigtast.ts';
import { isOpptatt, pressFane, pressHurtigtast } from '#components/shell/hurtigtast/press.ts';
import { listSider } from '#components/shell/sider.ts';
import type { Handling } from '#lib/domain/session/session.ts';

/** @param onHjelp opens the help sheet; must be stable */
export function useHurtigtaster(paa: boolean, handlinger: readonly Handling[], onHjelp: () => void): void {
  const router = useRouter();
  // An effect, since the document's events are outside React.
  useEffect(() => {
    if (!paa) return;
    let venter: number | null = null;
    const run = (betydning: ReturnType<typeof readTastetrykk>): boolean => {
      if (betydning.slag === 'side') {
        const side = listSider(handlinger).find(({ tast }) => tast === betydning.tast);
        if (side) router.push(side.href);
        return side !== undefined;
      }
      if (betydning.slag === 'fane') return pressFane(betydning.plass);
      if (betydning.slag !== 'hurtigtast') return false;
      if (betydning.hurtigtast === 'hjelp') {
        onHjelp();
        return true;
      }
      if (pressHurtigtast(betydning.hurtigtast)) return true;
      const tilSoeket = betydning.hurtigtast === 'soek' && handlinger.includes('oppslag');
      if (tilSoeket) router.push('/');
      return tilSoeket;
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const trykk = {
        key: event.key,
        medModifikator: event.ctrlKey || event.metaKey || event.altKey || event.getModifierState('AltGraph'),
        gjentatt: event.repeat,
        opptatt: isOpptatt(event.target),
        tid: event.timeStamp,
      };
      const betydning = readTastetrykk(trykk, venter);
      venter = betydning.slag === 'venter' ? betydning.siden : null;
      if (run(betydning)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [paa, handlinger, onHjelp, router]);
}
