/**
 * `personer/xsd`, `hendelser/xsd` and `hendelser/feedxsd`: the schemas of the documents and of the feed's entries, XML
 * whatever Accept prefers (freg-contract.md section 1.2 no 7).
 */
import { formatFeedXsd, formatHendelseXsd, formatXsd } from '../../kontrakt/xsd.ts';
import type { Svar } from '../svar.ts';

const toSkjema = (tekst: string): Svar => ({
  status: 200,
  kropp: { slag: 'tekst', type: 'application/xml', tekst },
});

const PERSON = toSkjema(formatXsd());
const HENDELSE = toSkjema(formatHendelseXsd());
const FEED = toSkjema(formatFeedXsd());

export const getXsd = (): Svar => PERSON;
export const getHendelseXsd = (): Svar => HENDELSE;
export const getFeedXsd = (): Svar => FEED;
