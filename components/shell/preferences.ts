/**
 * Choices that a browser remembers: colour theme and shortcuts, and the language (lib/domain/spraak). Cookies rather than browser storage,
 * so that the server renders the right theme at once and nothing flashes. They say nothing of a person.
 */
export const TEMA_COOKIE = 'tema';
export const TEMAER = ['auto', 'light', 'dark'] as const;
export type Tema = (typeof TEMAER)[number];
export const HURTIGTAST_COOKIE = 'hurtigtast';

const ONE_YEAR_MS = 365 * 24 * 60 * 60 * 1_000;

/** An unknown or missing value is the system's own choice. */
export function parseTema(value: string | undefined): Tema {
  return TEMAER.find((tema) => tema === value) ?? 'auto';
}

/** On unless switched off (WCAG 2.1.4 asks for the switch). */
export function parseHurtigtast(value: string | undefined): boolean {
  return value !== 'av';
}

/** Remembers a choice for a year. A browser without the Cookie Store API keeps it until the page is left. */
export async function keepPreference(name: string, value: string, now: number): Promise<void> {
  if (!('cookieStore' in window)) return;
  await window.cookieStore.set({ name, value, path: '/', sameSite: 'lax', expires: now + ONE_YEAR_MS });
}
