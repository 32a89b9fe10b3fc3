/**
 * Dates, times, numbers and lists as each language writes them (product.md section 9), in Norwegian time whatever the
 * language. Rule: a value that is not what it should be is shown as it stands, never guessed at and never dropped.
 */
import type { Locale } from 'next-intl';

const TIME_ZONE = 'Europe/Oslo';
/** How a language writes; nynorsk has bokmål's signs where a browser does not know it. */
const TAGS: Record<Locale, string[]> = { nb: ['nb-NO'], nn: ['nn-NO', 'nb-NO'], en: ['en-GB'] };
const oslooffset = new Intl.DateTimeFormat('en', { timeZone: TIME_ZONE, timeZoneName: 'longOffset' });
const oslo = new Intl.DateTimeFormat('en', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZone: TIME_ZONE,
});

/** A real calendar date `yyyy-MM-dd`, else null. */
function parseDato(dato: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(dato)) return null;
  const parsed = new Date(`${dato}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== dato ? null : parsed;
}

type Klokke = { dag: string; time: string; minutt: string; sekund: string };

/** An ISO date-time by the clock on a Norwegian wall; null when it is none. `dag` is `yyyy-MM-dd`. */
function parseKlokke(tidspunkt: string): Klokke | null {
  const parsed = new Date(tidspunkt);
  if (!/^\d{4}-\d{2}-\d{2}T/.test(tidspunkt) || Number.isNaN(parsed.getTime())) return null;
  const deler = Object.fromEntries(oslo.formatToParts(parsed).map(({ type, value }) => [type, value]));
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = deler;
  return { dag: `${year}-${month}-${day}`, time: hour, minutt: minute, sekund: second };
}

/** What is written differently in each language. */
export type Format = {
  /** `2014-06-05` → `5. juni 2014`, for running text. */
  showDato(dato: string): string;
  /** `2014-06-05` → `05.06.2014`. */
  showDatoITabell(dato: string): string;
  /** `2014-06` → `juni 2014`. */
  showMaaned(maaned: string): string;
  /** ISO date-time → `05.06.2014 kl. 14.05`. A bare date is shown as a date. */
  showTidspunkt(tidspunkt: string): string;
  /** ISO date-time → `14.05.09`: where the day goes without saying and two may share a minute. */
  showKlokkeslett(tidspunkt: string): string;
  /** `10000` → `10 000` (no-break space), `1.1` → `1,1`. */
  showTall(antall: number): string;
  /** `navn, gate og husnummer`. */
  showListe(deler: readonly string[]): string;
  /** `Våler, Herøy eller Os`. */
  showValg(deler: readonly string[]): string;
};

function createFormat(spraak: Locale): Format {
  const tags = TAGS[spraak];
  const lang = new Intl.DateTimeFormat(tags, { dateStyle: 'long', timeZone: 'UTC' });
  const kort = new Intl.DateTimeFormat(tags, {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const tall = new Intl.NumberFormat(tags);
  const liste = new Intl.ListFormat(tags, { type: 'conjunction' });
  const valg = new Intl.ListFormat(tags, { type: 'disjunction' });
  const skille = spraak === 'en' ? ':' : '.';
  const foerKlokka = spraak === 'en' ? ', ' : ' kl. ';
  const showDatoITabell = (dato: string) => {
    const parsed = parseDato(dato);
    return parsed ? kort.format(parsed) : dato;
  };
  return {
    showDato(dato) {
      const parsed = parseDato(dato);
      return parsed ? lang.format(parsed) : dato;
    },
    showDatoITabell,
    showMaaned(maaned) {
      const parsed = parseDato(`${maaned}-01`);
      // Made when a page has months, which few have.
      const navn = new Intl.DateTimeFormat(tags, { month: 'long', year: 'numeric', timeZone: 'UTC' });
      return parsed ? navn.format(parsed) : maaned;
    },
    showTidspunkt(tidspunkt) {
      const klokke = parseKlokke(tidspunkt);
      if (klokke === null) return showDatoITabell(tidspunkt);
      return `${showDatoITabell(klokke.dag)}${foerKlokka}${klokke.time}${skille}${klokke.minutt}`;
    },
    showKlokkeslett(tidspunkt) {
      const klokke = parseKlokke(tidspunkt);
      return klokke === null ? tidspunkt : [klokke.time, klokke.minutt, klokke.sekund].join(skille);
    },
    showTall: (antall) => tall.format(antall),
    showListe: (deler) => liste.format(deler),
    showValg: (deler) => valg.format(deler),
  };
}

/** Made when a language is first asked for: the formatters of the others would cost every page their making. */
const formats = new Map<Locale, Format>();

/** How a language writes dates, times and numbers. Components ask by `useFormat`. */
export function getFormat(spraak: Locale): Format {
  const kjent = formats.get(spraak);
  if (kjent) return kjent;
  const ny = createFormat(spraak);
  formats.set(spraak, ny);
  return ny;
}

/** The day in Norway on which a date or date-time falls, as `yyyy-MM-dd`; anything else as it stands. */
export function toDag(tidspunkt: string): string {
  return parseKlokke(tidspunkt)?.dag ?? tidspunkt;
}

/** Eleven digits → `DDMMYY NNNNN`. */
export function showPersonidentifikator(nummer: string): string {
  return /^\d{11}$/.test(nummer) ? `${nummer.slice(0, 6)} ${nummer.slice(6)}` : nummer;
}

/** The first or last instant of a day in Norway as ISO date-time with offset; null when it is no date. */
export function parseDoegngrense(dato: string, grense: 'start' | 'slutt'): string | null {
  if (!parseDato(dato)) return null;
  const klokke = grense === 'start' ? '00:00:00.000' : '23:59:59.999';
  const offset = oslooffset
    .formatToParts(new Date(`${dato}T${klokke}Z`))
    .find((part) => part.type === 'timeZoneName')
    ?.value.slice('GMT'.length);
  return `${dato}T${klokke}${offset || 'Z'}`;
}
