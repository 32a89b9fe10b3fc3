/**
 * Which language and texts a request gets: the user's own choice, from her cookie. All three are here on the server; a
 * browser gets the texts of one.
 */
import 'server-only';
import compile from 'icu-minify/compile';
import { cookies } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { listLandnavn } from '#lib/domain/kodeverk/land.ts';
import { parseSpraak, SPRAAK_COOKIE, type Spraak } from '#lib/domain/spraak/spraak.ts';
import { en } from '#messages/en.ts';
import { type Messages, messages as nb } from '#messages/messages.ts';
import { nn } from '#messages/nn.ts';

declare module 'next-intl' {
  interface AppConfig {
    Locale: Spraak;
    Messages: Messages;
  }
}

/** The view of a person carries the countries' names in bokmål; the other languages bring their own. */
function withLand(messages: Messages, spraak: 'nn' | 'en'): Messages {
  const kodeverk = { ...messages.kodeverk, land: listLandnavn(spraak) };
  return { ...messages, kodeverk };
}

/**
 * Texts in the form that a browser fills in without reading them first (`use-intl/format-message` in next.config.ts);
 * a text without values stays as it is.
 */
function compileTekster<T extends object>(tekster: T): T {
  const kompilert = Object.entries(tekster).map(([navn, verdi]: [string, unknown]) => {
    // Cloned, since the compiler's own objects have no prototype, and React sends only plain ones to a browser.
    if (typeof verdi === 'string') return [navn, structuredClone(compile(verdi))];
    return [navn, typeof verdi === 'object' && verdi !== null ? compileTekster(verdi) : verdi];
  });
  return Object.fromEntries(kompilert);
}

const MESSAGES: Record<Spraak, Messages> = {
  nb: compileTekster(nb),
  nn: compileTekster(withLand(nn, 'nn')),
  en: compileTekster(withLand(en, 'en')),
};

/** The texts of one language, for what is written in another language than the user's own. */
export const getTekster = (spraak: Spraak): Messages => MESSAGES[spraak];

export default getRequestConfig(async () => {
  const locale = parseSpraak((await cookies()).get(SPRAAK_COOKIE)?.value);
  return { locale, timeZone: 'Europe/Oslo', messages: MESSAGES[locale] };
});
