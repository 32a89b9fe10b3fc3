/**
 * One person as a row, in each of the forms that the files are made of. Rule: graded persons have no row (F-12), others
 * are masked as for a user without any right, and the same document gives the same bytes.
 */
import 'server-only';
import { hash } from 'node:crypto';
import { toCsvLinje } from '#lib/domain/bulk/csv.ts';
import { getGradering } from '#lib/domain/person/gradering.ts';
import { parsePerson } from '#lib/domain/person/parse-person.ts';
import { maskPerson } from '#lib/domain/person/skjerming.ts';
import { findGjeldendeNummer } from '#lib/domain/person/view/hode.ts';
import type { Bestilling, Format } from '#lib/domain/uttrekk/bestilling.ts';
import type { Feltverdi } from '#lib/domain/uttrekk/felter/felt.ts';
import { createFlat } from '#lib/domain/uttrekk/felter/flat-person.ts';
import { FORDELINGSFELTER } from '#lib/domain/uttrekk/felter/fordelingsfelter.ts';
import { getUttrekksfelter } from '#lib/domain/uttrekk/felter/uttrekksfelter.ts';
import type { PersonDokument } from '#lib/server/freg/freg-svar.ts';
import { toDokumentLevert } from './dokument-levert.ts';
import { toTabellinje } from './tabell.ts';

/** The forms of a row: one for each format, and the few cells that the overview counts. */
export type Radform = Format | 'fordeling';

/** `numre`: the person's current number first, then her other own ones; `avtrykk`: what the row says, 16 bytes. */
export type Rad = { numre: string[]; avtrykk: Buffer; former: Record<string, string> };

export type Radskriver = {
  former: readonly Radform[];
  /** The row, or null for a person who has none. `id` is what the register was asked for. */
  write(id: string, dokument: PersonDokument): Rad | null;
};

const PERSONIDENTIFIKATOR = /^\d{11}$/;
/** The columns of what is no list of fields. */
const NUMMERKOLONNE = 'personidentifikator';
const DOKUMENTKOLONNE = 'dokument';

/** The names of the columns, in their order. */
export function listKolonner({ innhold }: Pick<Bestilling, 'innhold'>): string[] {
  if (innhold.slag === 'felter') return [...innhold.felter];
  return innhold.slag === 'dokumenter' ? [NUMMERKOLONNE, DOKUMENTKOLONNE] : [NUMMERKOLONNE];
}

const toTekst = (verdi: Feltverdi): string => (verdi === null ? '' : String(verdi));

const SKRIV: Record<Radform, (celler: readonly Feltverdi[], kolonner: readonly string[]) => string> = {
  csv: (celler) => toCsvLinje(celler.map(toTekst)),
  parquet: toTabellinje,
  fordeling: toTabellinje,
  xlsx: (celler) => JSON.stringify(celler),
  ndjson: (celler, kolonner) =>
    `${JSON.stringify(Object.fromEntries(kolonner.map((kolonne, i) => [kolonne, celler[i] ?? null])))}\n`,
};

/** Makes the writer of rows, once for each chunk of an order. */
export function createRadskriver({ innhold, formater, pakke }: Bestilling): Radskriver {
  const kolonner = listKolonner({ innhold });
  const perDato = innhold.slag === 'felter' ? innhold.perDato : null;
  const felter = innhold.slag === 'felter' ? getUttrekksfelter(innhold.felter) : [];
  const flat = createFlat([...felter, ...getUttrekksfelter(FORDELINGSFELTER)], pakke, perDato);
  // The shortest first: a part file is read no further than to what is wanted.
  const former: Radform[] = ['fordeling', ...new Set(formater)];

  return {
    former,
    write(id, dokument) {
      const lest = parsePerson(dokument);
      if (getGradering(lest) !== 'ugradert') return null;
      const { person } = maskPerson(lest, 'ingen');
      const alle = flat(person);
      const egne = (person.egenskaper.identifikasjonsnummer ?? []).map((e) => e.foedselsEllerDNummer);
      const nummer = PERSONIDENTIFIKATOR.test(id) ? id : (findGjeldendeNummer(person.egenskaper) ?? id);
      const numre = [...new Set([nummer, ...egne.filter((eget) => eget !== undefined)])];
      const levert =
        innhold.slag === 'dokumenter' ? JSON.stringify(toDokumentLevert(dokument, lest, person, pakke)) : '';
      const celler: Feltverdi[] =
        innhold.slag === 'felter'
          ? alle.slice(0, felter.length)
          : levert === ''
            ? [nummer]
            : [nummer, levert];
      const write = (form: Radform): string => {
        if (form === 'fordeling') return SKRIV.fordeling(alle.slice(felter.length), FORDELINGSFELTER);
        return form === 'ndjson' && levert !== '' ? `${levert}\n` : SKRIV[form](celler, kolonner);
      };

      return {
        numre,
        avtrykk: hash('sha256', JSON.stringify(celler), 'buffer').subarray(0, 16),
        former: Object.fromEntries(former.map((form) => [form, write(form)])),
      };
    },
  };
}
