/**
 * `part`: which egenskaper a call gets. Aliases and names combine freely, case does not matter, and a part that the
 * pakke has nothing of is as invalid as one that does not exist.
 * Source: freg-contract.md section 3.3; section 9 no 7 and 11.
 */
import {
  type Egenskap,
  findEgenskap,
  IDENTITETSGRUNNLAG_UTVIDET,
  PERSON_BASIS,
  PERSON_BASIS_EID,
  RELASJON_UTVIDET,
} from './egenskaper.ts';
import type { Synlighet } from './synlighet.ts';

export type Deler = {
  egenskaper: ReadonlySet<Egenskap>;
  historikk: boolean;
  /** Egenskaper newer than this contract come with person-basis in OMH, as additions do. Assumption. */
  ukjente: boolean;
  /** What must be in the document for these to be told from it: also whose it is, and how she is protected. */
  behov: ReadonlySet<string>;
  /** What was asked for in canonical names, for statistics. Holds contract words only. */
  navn: readonly string[];
};

/** The egenskaper that an alias stands for, in the pakke; undefined for a word that is no such alias. */
function findAlias(navn: string, synlighet: Synlighet): readonly Egenskap[] | undefined {
  switch (navn) {
    case 'person-basis':
      return synlighet.utvidetPersonBasis ? [...PERSON_BASIS, ...PERSON_BASIS_EID] : PERSON_BASIS;
    case 'identitetsgrunnlag-utvidet':
      return IDENTITETSGRUNNLAG_UTVIDET;
    case 'relasjon-utvidet':
      return RELASJON_UTVIDET;
    default:
      return undefined;
  }
}

/**
 * What the values of `part` mean in the pakke, or undefined when one of them is invalid (406 "Ugyldig part.").
 * No part means person-basis. `historikk` adds history to the egenskaper named beside it; alone it goes with
 * person-basis (assumption). That a part outside the pakke is invalid rather than empty is an assumption too.
 */
export function parseDeler(verdier: readonly string[], synlighet: Synlighet): Deler | undefined {
  const egenskaper = new Set<Egenskap>();
  const navn = new Set<string>();
  for (const verdi of verdier) {
    const alias = verdi.toLowerCase();
    if (alias === 'historikk') {
      navn.add(alias);
      continue;
    }
    const gruppe = findAlias(alias, synlighet);
    const egenskap = gruppe ? undefined : findEgenskap(verdi);
    const synlige = (gruppe ?? (egenskap ? [egenskap] : [])).filter((e) => synlighet.egenskaper.has(e));
    if (synlige.length === 0) return undefined;
    navn.add(egenskap ?? alias);
    for (const e of synlige) egenskaper.add(e);
  }
  const historikk = navn.has('historikk');
  if (egenskaper.size === 0) {
    for (const e of findAlias('person-basis', synlighet) ?? [])
      if (synlighet.egenskaper.has(e)) egenskaper.add(e);
    navn.add('person-basis');
  }
  if (synlighet.identifikasjonsnummer === 'alltid') egenskaper.add('identifikasjonsnummer');
  if (synlighet.identifikasjonsnummer === 'vedNavn' && !navn.has('identifikasjonsnummer'))
    egenskaper.delete('identifikasjonsnummer');
  return {
    egenskaper,
    historikk,
    behov: new Set([...egenskaper, 'identifikasjonsnummer', 'adressebeskyttelse']),
    ukjente: synlighet.harHjemmel && navn.has('person-basis'),
    navn: [...navn],
  };
}
