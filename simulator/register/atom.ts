/**
 * The feed as Atom: self, first and next links, one entry for each hendelse with the register's own content in it.
 * Rule: the same page is the same bytes, so that its ETag holds; nothing here depends on when it is asked for.
 * Source: freg-contract.md section 5.3 (links are http; the last, empty page has no next).
 */
import { NAVNEROM_HENDELSE } from '../kontrakt/hendelsemodell.ts';
import type { FeedhendelseWire } from '../kontrakt/hendelser.ts';

/** One hendelse with its place in the feed; `tid` is when it was registered, ms since epoch. */
export type Feedinnslag = { sekvensnummer: number; tid: number; hendelse: FeedhendelseWire };

/**
 * One page. `adresse` is that of the feed without query and `utvalg` what the query holds besides seq, `&` first.
 * `oppdatert` is the feed's time where the page has no entries.
 */
export type Feedside = {
  adresse: string;
  utvalg: string;
  seq: string;
  innslag: readonly Feedinnslag[];
  oppdatert: number;
};

/** Times in Atom are in UTC; JSON has the register's own. */
const formatTid = (tid: number): string => new Date(tid).toISOString();

/** Keys and values of a hendelse are the register's own words, numbers and times: none needs escaping. */
function formatInnslag({ sekvensnummer, tid, hendelse }: Feedinnslag): string {
  const oppdatert = formatTid(tid);
  let felter = '';
  for (const [felt, verdi] of Object.entries(hendelse)) felter += `<ns2:${felt}>${verdi}</ns2:${felt}>`;
  return (
    `<entry xmlns:ns2="${NAVNEROM_HENDELSE}"><title>Hendelse</title>` +
    `<id>tag:skatteetaten.no,${oppdatert.slice(0, 10)}:${NAVNEROM_HENDELSE}:${sekvensnummer}</id>` +
    `<updated>${oppdatert}</updated><content type="application/xml"><ns2:lagretHendelse>` +
    `<ns2:sekvensnummer>${sekvensnummer}</ns2:sekvensnummer><ns2:hendelse>${felter}</ns2:hendelse>` +
    '</ns2:lagretHendelse></content></entry>'
  );
}

export function formatAtom({ adresse, utvalg, seq, innslag, oppdatert }: Feedside): string {
  const siste = innslag.at(-1);
  const formatLenke = (rel: string, fra: string | number) =>
    `<link rel="${rel}" type="application/atom+xml" href="${adresse}?seq=${fra}${utvalg.replaceAll('&', '&amp;')}"/>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${adresse}</id><title>Offentlig hendelsesliste</title><author><name>Skatteetaten</name></author>`,
    formatLenke('self', seq),
    formatLenke('first', 0),
    siste ? formatLenke('next', siste.sekvensnummer + 1) : '',
    `<updated>${formatTid(siste?.tid ?? oppdatert)}</updated>`,
    ...innslag.map(formatInnslag),
    '</feed>',
  ].join('');
}
