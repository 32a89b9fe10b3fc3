/**
 * Every kind of hendelse that this register makes: its type, what it does to the document, and what the number that is
 * kept with it (`argument`) means. The order is the value stored: a new kind goes last.
 * Source: freg-contract.md section 5.1.
 */
import * as adresser from './endringer/adresser.ts';
import * as beskyttelse from './endringer/beskyttelse.ts';
import * as familie from './endringer/familie.ts';
import * as identitet from './endringer/identitet.ts';
import type { Utfoering } from './utfoering.ts';

type Slag = {
  hendelsestype: string;
  /** Undefined when the document stays as it was, or for an annullering. */
  run?: (u: Utfoering) => void;
  /** Undoes the entry at `argument`, an earlier one of the same person's. */
  annullerer?: true;
  /** Changes where the person lives, or what a search may find her by. */
  endrerBosted?: true;
  endrerSoek?: true;
};

const flytting = { endrerBosted: true, endrerSoek: true } as const;
const soek = { endrerSoek: true } as const;

const TABELL = {
  oppdatert: { hendelsestype: 'personErOppdatert' },
  flytting: { hendelsestype: 'endringIBostedsadresse', run: adresser.flytt, ...flytting },
  deltBostedFlyttet: { hendelsestype: 'endringIDeltBosted', run: adresser.flyttDeltBosted, ...soek },
  deltBostedSlutt: { hendelsestype: 'endringIDeltBosted', run: adresser.endDeltBosted, ...soek },
  utflytting: { hendelsestype: 'personErUtflyttet', run: adresser.flyttUt, ...flytting },
  innflytting: { hendelsestype: 'personErBosatt', run: adresser.flyttInn, ...flytting },
  vigsel: { hendelsestype: 'endringISivilstand', run: familie.gift, ...soek },
  separasjon: { hendelsestype: 'endringISivilstand', run: familie.separer, ...soek },
  skilsmisse: { hendelsestype: 'endringISivilstand', run: familie.skill, ...soek },
  doedsfall: { hendelsestype: 'personErDoed', run: familie.doe, ...soek },
  gjenlevende: { hendelsestype: 'endringISivilstand', run: familie.bliAlene, ...soek },
  navneendring: { hendelsestype: 'endringINavn', run: identitet.byttNavn, ...soek },
  statsborgerskap: { hendelsestype: 'endringIStatsborgerskap', run: identitet.bliNorsk, ...soek },
  beskyttet: { hendelsestype: 'endringIAdressebeskyttelse', run: beskyttelse.beskytt, ...flytting },
  beskyttelseOpphevet: {
    hendelsestype: 'endringIAdressebeskyttelse',
    run: beskyttelse.opphevBeskyttelse,
    ...flytting,
  },
  postadresse: { hendelsestype: 'endringIKontaktinformasjon', run: adresser.byttPostadresse },
  rettetFoedselsdato: { hendelsestype: 'endringIFoedsel', run: identitet.rettFoedselsdato, ...soek },
  rettetNavn: { hendelsestype: 'endringINavn', run: identitet.rettNavn, ...soek },
  rettetBosted: { hendelsestype: 'endringIBostedsadresseUtenFlytting', run: adresser.rettBosted },
  annullertFlytting: { hendelsestype: 'endringIBostedsadresse', annullerer: true, ...flytting },
  annullertDeltBosted: { hendelsestype: 'endringIDeltBosted', annullerer: true, ...soek },
  annullertDoedsfall: { hendelsestype: 'personErReaktivert', annullerer: true, ...soek },
  annullertGjenlevende: { hendelsestype: 'endringISivilstand', annullerer: true, ...soek },
  dublettOpphoert: {
    hendelsestype: 'personErOpphoertSomDublett',
    run: identitet.opphoerSomDublett,
    ...flytting,
  },
  dublettViderefoert: {
    hendelsestype: 'personErViderefoertSomGjeldendeVedSammenslaaing',
    run: identitet.overtaNummer,
    ...soek,
  },
  dnummerInaktivt: { hendelsestype: 'endringIStatus', run: identitet.bliInaktiv, ...soek },
  myndig: { hendelsestype: 'endringIForeldreansvar', run: familie.endForeldreansvar },
  kommunereform: {
    hendelsestype: 'endringIBostedsadresseUtenFlytting',
    run: adresser.byttKommunenummer,
    ...flytting,
  },
  unik: { hendelsestype: 'endringIIdentitetsgrunnlag', run: identitet.bliUnik },
  /** Section 5.1: told as if the person lived again, though she does not. */
  rettetDoedsdato: { hendelsestype: 'personErReaktivert', run: identitet.rettDoedsdato, ...soek },
} as const satisfies Record<string, Slag>;

export type Slagnavn = keyof typeof TABELL;

const NAVN = Object.keys(TABELL) as Slagnavn[];
const SLAG: readonly Slag[] = Object.values(TABELL);
const KODER = new Map(NAVN.map((navn, kode) => [navn, kode]));

/** The stored value of a kind. */
export function toSlagkode(navn: Slagnavn): number {
  return KODER.get(navn) ?? 0;
}

/** The kind of a stored value. */
export function getSlag(kode: number): Slag {
  const slag = SLAG[kode];
  if (slag === undefined) throw new RangeError('Ukjent slag hendelse.');
  return slag;
}

/** personErOppdatert tells nothing of what was changed (section 5.1). */
export function hasHendelsesdokument(kode: number): boolean {
  return getSlag(kode).hendelsestype !== 'personErOppdatert';
}

/** A dublett that ends has no document of its own (section 5.1). */
export function hasPersondokument(kode: number): boolean {
  return getSlag(kode).hendelsestype !== 'personErOpphoertSomDublett';
}
