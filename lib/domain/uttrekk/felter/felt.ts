/**
 * What a field of an uttrekk is: one column, read from the entries of one egenskap that hold. Rule: a field is described
 * once, here and in the lists beside; the columns, their documentation and what the register is asked for follow.
 */
import type { Egenskap, Egenskaper, Element } from '#lib/domain/person/person-model.ts';

/** What a column holds. A `dato` is yyyy-MM-dd as the register has it. */
export type Felttype = 'tekst' | 'dato' | 'heltall';

/** One value, or none. */
export type Feltverdi = string | number | null;

/** An element as it may be read here: any of the model's, with its fields. */
export type ElementAv<E extends Egenskap> = NonNullable<Egenskaper[E]>[number];

export type Uttrekksfelt = {
  /** Name of the column and id in the order: `bosted.kommunenummer`. */
  id: string;
  /** In Norwegian, for people. */
  navn: string;
  egenskap: Egenskap;
  type: Felttype;
  /** Fields that the package must have for it, `egenskap.felt` as in the rettighetspakke's rules. */
  felt: string;
  /** Whether the register counts it as taushetsbelagt (freg-contract.md section 3.4). */
  taushetsbelagt: boolean;
  /** How it is made, in one Norwegian sentence; what is not said is "the value as registered". */
  regel: string;
  /** The value from the entries that hold, at least one, newest first. */
  les: (elementer: readonly Element[]) => Feltverdi;
};

type Valg = { type?: Felttype; taushetsbelagt?: boolean; regel?: string; felt?: string };

/** Several values in one cell. No code, number or name of the register holds it. */
export const SKILLE = ' | ';

const toVerdi = (verdi: Feltverdi | undefined): Feltverdi =>
  verdi === undefined || verdi === '' ? null : verdi;

/** Makes the fields of one egenskap. `en` reads the newest entry that holds, `alle` every one of them. */
export function feltFor<E extends Egenskap>(
  egenskap: E,
  prefiks: string,
  { taushetsbelagt: hele = false }: { taushetsbelagt?: boolean } = {},
) {
  const lag = (id: string, navn: string, les: Uttrekksfelt['les'], valg: Valg): Uttrekksfelt => ({
    id: `${prefiks}.${id}`,
    navn,
    egenskap,
    type: valg.type ?? 'tekst',
    felt: `${egenskap}.${valg.felt ?? id}`,
    taushetsbelagt: valg.taushetsbelagt ?? hele,
    regel: valg.regel ?? '',
    les,
  });
  // What `velgElementer` gives to `les` is the list of this very egenskap: the one place where that is taken on trust.
  const som = (element: Element): ElementAv<E> => element as ElementAv<E>;

  return {
    en: (id: string, navn: string, les: (e: ElementAv<E>) => Feltverdi | undefined, valg: Valg = {}) =>
      lag(id, navn, ([foerste]) => (foerste === undefined ? null : toVerdi(les(som(foerste)))), valg),
    alle: (id: string, navn: string, les: (e: ElementAv<E>) => string | undefined, valg: Valg = {}) =>
      lag(
        id,
        navn,
        (elementer) => {
          const verdier = elementer.map((element) => les(som(element))).filter((verdi) => Boolean(verdi));

          return verdier.length === 0 ? null : [...new Set(verdier)].join(SKILLE);
        },
        valg,
      ),
  };
}
