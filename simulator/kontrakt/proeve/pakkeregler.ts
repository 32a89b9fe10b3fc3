/**
 * What no pakke but the right ones may be told about a person, as a reader of the contract would check it: on the
 * finished answer, knowing nothing of how it was made. Written on its own beside `synlighet.ts` and `feltregler.ts`.
 * Source: freg-contract.md sections 2.2, 3.3 and 3.4; section 9 no 9 (falskIdentitet by the news).
 */
import type { PakkeId } from '../pakker.ts';

type Objekt = { readonly [felt: string]: unknown };

const OMH = 'offentlig-med-hjemmel';
const UTEN_NUMMER: readonly PakkeId[] = [
  'presse-uten-folkeregisteridentifikator',
  'privat-uten-folkeregisteridentifikator',
];
const PRIVAT_OG_PRESSE: readonly PakkeId[] = ['privat', 'presse', ...UTEN_NUMMER];

const words = (tekst: string): string[] => tekst.split(/\s+/).filter(Boolean);

/** Open to all nine (section 3.4). */
const AAPNE = words(
  `identifikasjonsnummer identitetsgrunnlag status doedsfall sivilstand foedsel statsborgerskap kjoenn navn
   bostedsadresse oppholdsadresse deltBosted postadresse postadresseIUtlandet kontaktinformasjonForDoedsbo
   vergemaalEllerFremtidsfullmakt rettsligHandleevne innflytting utflytting`,
);
const OGSAA: Partial<Record<PakkeId, readonly string[]>> = {
  finans: words('familierelasjon foreldreansvar falskIdentitet'),
  'offentlig-uten-hjemmel': ['falskIdentitet'],
  eid: words('falskIdentitet utenlandskPersonidentifikasjon legitimasjonsdokument'),
};

const ADRESSER = words('bostedsadresse oppholdsadresse deltBosted postadresse postadresseIUtlandet');
/** Ended entries outside offentlig-med-hjemmel. Moves across the border: see `synlighet.ts`, assumption. */
const HISTORIKK = [...words('identifikasjonsnummer navn innflytting utflytting'), ...ADRESSER];
const DATOFELT = words(
  'flyttedato oppholdsadressedato startdatoForKontrakt sluttdatoForKontrakt utflyttingsdato',
);
const AAPNE_STATUSER = words('bosatt utflyttet doed opphoert inaktiv aktiv');

const isObjekt = (verdi: unknown): verdi is Objekt =>
  typeof verdi === 'object' && verdi !== null && !Array.isArray(verdi);
const toListe = (verdi: unknown): Objekt[] => (Array.isArray(verdi) ? verdi : [verdi]).filter(isObjekt);

/** What was asked for: whether `historikk`, and whether identifikasjonsnummer by name. */
export type Spurt = { historikk: boolean; nummer: boolean };

/** One sentence for each thing in the document that the pakke should not have been told, or should have. */
export function findPakkebrudd(pakke: PakkeId, dokument: Objekt, spurt: Spurt): string[] {
  const brudd: string[] = [];
  const elementer = Object.entries(dokument).flatMap(([egenskap, verdi]) =>
    toListe(verdi).map((element) => ({ egenskap, element })),
  );
  const har = 'identifikasjonsnummer' in dokument;
  if (UTEN_NUMMER.includes(pakke) ? har : PRIVAT_OG_PRESSE.includes(pakke) ? har !== spurt.nummer : !har)
    brudd.push(`identifikasjonsnummer ${har ? 'er med' : 'mangler'}`);
  for (const { egenskap, element } of elementer)
    if (element.erGjeldende === false && !spurt.historikk) brudd.push(`historikk i ${egenskap}`);
  if (pakke === OMH) return brudd;
  for (const { egenskap, element } of elementer) brudd.push(...findElementbrudd(pakke, egenskap, element));
  return brudd;
}

function findElementbrudd(pakke: PakkeId, egenskap: string, element: Objekt): string[] {
  const brudd: string[] = [];
  const erGammel = element.erGjeldende === false;
  const harHistorikk = HISTORIKK.includes(egenskap) || (pakke === 'finans' && egenskap === 'sivilstand');
  if (![...AAPNE, ...(OGSAA[pakke] ?? [])].includes(egenskap)) brudd.push(`egenskapen ${egenskap}`);
  if (erGammel && !harHistorikk) brudd.push(`historikk i ${egenskap}`);
  if (erGammel && DATOFELT.some((felt) => felt in element)) brudd.push(`gammel dato i ${egenskap}`);
  if (ADRESSER.includes(egenskap) && element.adressegradering !== 'ugradert')
    brudd.push(`gradert ${egenskap}`);
  if (egenskap === 'status' && !AAPNE_STATUSER.includes(String(element.status)))
    brudd.push(`status ${element.status}`);
  if ('relatertVedSivilstand' in element && pakke !== 'finans') brudd.push('ektefellens nummer');
  const { verge, person } = element;
  if (UTEN_NUMMER.includes(pakke) && isObjekt(verge) && 'foedselsEllerDNummer' in verge)
    brudd.push('vergens nummer');
  if (PRIVAT_OG_PRESSE.includes(pakke) && isObjekt(person) && 'foedselsEllerDNummer' in person)
    brudd.push('nummeret til dødsboets kontakt');
  return brudd;
}
