/** Which language and texts a request gets. Bokmål only so far; no language stands in the address. */
import 'server-only';
import { getRequestConfig } from 'next-intl/server';
import { LOCALE, messages, TIME_ZONE } from '#messages/messages.ts';

export default getRequestConfig(async () => ({ locale: LOCALE, timeZone: TIME_ZONE, messages }));
