/**
 * The organisations that hold a certificate from the simulator's own CA, and what each may ask the register for.
 * Organisation numbers begin with 3 and have a valid check digit, as the official synthetic ones do; no real
 * organisation has one of these.
 */
import { listPakker, type PakkeId } from '../kontrakt/pakker.ts';

/**
 * One organisation. `fil` is the stem of its files in the pki folder. `nummerfelt` is where its certificate carries
 * the organisation number: `organizationIdentifier` as in SEID 2.0, `serialNumber` as in SEID 1.0
 * (krr-maskinporten.md section 5). `registrert` is false for a number that the register does not know.
 */
export type Testvirksomhet = {
  fil: string;
  orgnr: string;
  navn: string;
  nummerfelt: 'organizationIdentifier' | 'serialNumber';
  registrert: boolean;
  pakker: readonly PakkeId[];
};

export const TESTVIRKSOMHETER: readonly Testvirksomhet[] = [
  {
    fil: 'virksomhet',
    orgnr: '310445002',
    navn: 'Portaletaten (test)',
    nummerfelt: 'organizationIdentifier',
    registrert: true,
    pakker: listPakker(),
  },
  {
    fil: 'kommune',
    orgnr: '310445975',
    navn: 'Rullestad kommune (test)',
    nummerfelt: 'serialNumber',
    registrert: true,
    pakker: ['offentlig-med-hjemmel', 'offentlig-uten-hjemmel'],
  },
  {
    fil: 'finans',
    orgnr: '310446947',
    navn: 'Prøvebanken (test)',
    nummerfelt: 'organizationIdentifier',
    registrert: true,
    pakker: ['finans'],
  },
  {
    fil: 'presse',
    orgnr: '310447919',
    navn: 'Prøveposten (test)',
    nummerfelt: 'serialNumber',
    registrert: true,
    pakker: ['presse', 'presse-uten-folkeregisteridentifikator'],
  },
  {
    fil: 'uten-pakke',
    orgnr: '310448885',
    navn: 'Foreningen uten rettighetspakke (test)',
    nummerfelt: 'organizationIdentifier',
    registrert: true,
    pakker: [],
  },
  {
    fil: 'ukjent',
    orgnr: '310449857',
    navn: 'Virksomheten registeret ikke kjenner (test)',
    nummerfelt: 'organizationIdentifier',
    registrert: false,
    pakker: [],
  },
];

/** What the register must know: its organisations by number, without those it does not know. */
export function listOrganisasjoner(): Map<string, { navn: string; pakker: PakkeId[] }> {
  const kjente = TESTVIRKSOMHETER.filter((virksomhet) => virksomhet.registrert);
  return new Map(kjente.map(({ orgnr, navn, pakker }) => [orgnr, { navn, pakker: [...pakker] }]));
}
