/**
 * A person document as the register delivers it, made into a Person. Rule: never throws on what a document holds,
 * and nothing that it holds is lost: known fields are typed, the rest is kept by its path.
 */
import { resolveGjeldende, resolveGjeldendeVern } from './gjeldende.ts';
import { getObjektplan } from './model/plan.ts';
import { type Egenskaper, isEgenskaper, PersonModel } from './person-model.ts';
import type { AndreOpplysning } from './person-view.ts';
import { type Funn, readObjekt } from './read-egenskap.ts';

/** A person document, read. */
export type Person = {
  /** By egenskap, in the document's order; every element has `erGjeldende`. */
  egenskaper: Egenskaper;
  /** Fields that the model does not hold. */
  ukjent: AndreOpplysning[];
  /** Known fields whose value could not be read as what the model says. */
  avvik: AndreOpplysning[];
};

/** The top of a document is not a JSON object, so there is no person in it. Carries no content. */
export class UgyldigPersondokument extends Error {
  constructor() {
    super('UGYLDIG_PERSONDOKUMENT');
    this.name = 'UgyldigPersondokument';
  }
}

function settGjeldende(egenskaper: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(egenskaper).map(([navn, elementer]) => {
      if (!Array.isArray(elementer)) return [navn, elementer];
      return [
        navn,
        navn === 'adressebeskyttelse' ? resolveGjeldendeVern(elementer) : resolveGjeldende(elementer),
      ];
    }),
  );
}

/**
 * Reads one Folkeregisterperson (JSON already decoded). Linear in the size of the document.
 * @throws UgyldigPersondokument when the top is not an object.
 * Source: freg-contract.md sections 1.1 (versioning rule), 2 and 8.4.
 */
export function parsePerson(json: unknown): Person {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new UgyldigPersondokument();
  const funn: Funn = { ukjent: [], avvik: [] };
  const egenskaper = settGjeldende(readObjekt(getObjektplan(PersonModel), json, '', funn));
  if (!isEgenskaper(egenskaper)) throw new TypeError('the walk wrote what the model does not hold');
  return { egenskaper, ...funn };
}
