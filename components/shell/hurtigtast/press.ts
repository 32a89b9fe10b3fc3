/**
 * Does what a shortcut says with what is on the screen: it presses the button that a mouse would. An element says which
 * shortcut it answers to by `data-hurtigtast`, so a screen has its shortcuts exactly while it is shown.
 */
import type { Hurtigtast } from '#components/shell/hurtigtast/hurtigtast.ts';
import { findTabIndex } from '#components/ui/tab-keys.ts';

/** The field that `/` leads to. */
export const SMARTFELT_ID = 'smartfelt';
/** Where a key press is the user's own: what is typed in, and what has keys of its own while it is open. */
const OPPTATT = 'input, select, textarea, dialog, [contenteditable], [popover]';

/** Whether the key belongs to where the focus is, or to a dialog that lies over the page. */
export function isOpptatt(target: EventTarget | null): boolean {
  const element = target instanceof HTMLElement ? target : null;
  return Boolean(element?.closest(OPPTATT)) || document.querySelector('dialog[open]') !== null;
}

function focusSoekefelt(): boolean {
  const felt = document.getElementById(SMARTFELT_ID);
  felt?.focus();
  return felt !== null;
}

/** Presses the control that answers to the shortcut: the element that says so, or the first button in it. */
function pressKontroll(hurtigtast: Hurtigtast): boolean {
  const merket = document.querySelector<HTMLElement>(`[data-hurtigtast="${hurtigtast}"]`);
  const kontroll = merket?.matches('button') ? merket : merket?.querySelector<HTMLElement>('button');
  kontroll?.click();
  return Boolean(kontroll);
}

function listFaner(): HTMLElement[] {
  const liste = document.querySelector('main [role="tablist"]');
  return [...(liste?.querySelectorAll<HTMLElement>(':scope > [role="tab"]') ?? [])];
}

/** Opens the tab at this place, from 0, and says whether there is one. */
export function pressFane(plass: number): boolean {
  const fane = listFaner()[plass];
  fane?.click();
  fane?.focus();
  return fane !== undefined;
}

/** Moves one tab along, as the arrow keys do once the tabs have focus. */
function pressNabofane(key: 'ArrowRight' | 'ArrowLeft'): boolean {
  const faner = listFaner();
  const valgt = faner.findIndex((fane) => fane.getAttribute('aria-selected') === 'true');
  return pressFane(findTabIndex(key, valgt, faner.length) ?? -1);
}

/** Does it, and says whether there was anything to do it with. */
export function pressHurtigtast(hurtigtast: Exclude<Hurtigtast, 'hjelp'>): boolean {
  if (hurtigtast === 'nesteFane') return pressNabofane('ArrowRight');
  if (hurtigtast === 'forrigeFane') return pressNabofane('ArrowLeft');
  return hurtigtast === 'soek' ? focusSoekefelt() : pressKontroll(hurtigtast);
}
