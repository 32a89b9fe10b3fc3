/**
 * From KRR's own words about a person to what is shown. Absent fields are what they are, absent; fields, codes and moments that
 * are not known stand under `andre` as they came (krr-maskinporten.md sections 1.3 to 1.6).
 */
import { flattenVerdi } from '#lib/domain/person/flatten-verdi.ts';
import type { AndreOpplysning } from '#lib/domain/person/person-view.ts';
import { type Kanal, type Konklusjon, type Krrperson, SPRAAKVALG } from './krrperson.ts';
import { isFersk, parseTidspunkt } from './parse-tidspunkt.ts';

type Objekt = Readonly<Record<string, unknown>>;

const STATUSER = ['AKTIV', 'SLETTET', 'IKKE_REGISTRERT'] as const;
const RESERVASJONER = ['JA', 'NEI'] as const;
const VARSLINGSSTATUSER = ['KAN_VARSLES', 'KAN_IKKE_VARSLES'] as const;

const isObjekt = (verdi: unknown): verdi is Objekt =>
  typeof verdi === 'object' && verdi !== null && !Array.isArray(verdi);

/** Reads fields by name and remembers which were understood; the rest is told as it came. */
function createLeser(objekt: Objekt) {
  const forstaatt = new Set<string>();
  const read = <T>(felt: string, parse: (verdi: unknown) => T | null): T | null => {
    const verdi = objekt[felt] === undefined ? null : parse(objekt[felt]);
    if (verdi !== null) forstaatt.add(felt);
    return verdi;
  };
  return {
    tekst: (felt: string) =>
      read(felt, (verdi) => (typeof verdi === 'string' && verdi.trim() !== '' ? verdi.trim() : null)),
    tidspunkt: (felt: string) => read(felt, parseTidspunkt),
    kode: <K extends string>(felt: string, koder: readonly K[]) =>
      read(felt, (verdi) => koder.find((kode) => kode === verdi) ?? null),
    /** What was read by nobody, by its path below `sti`. */
    listAndre: (sti: string, utenom: readonly string[]): AndreOpplysning[] =>
      Object.entries(objekt)
        .filter(([felt]) => !forstaatt.has(felt) && !utenom.includes(felt))
        .flatMap(([felt, verdi]) => flattenVerdi(`${sti}${felt}`, verdi)),
  };
}

function readKanal(leser: ReturnType<typeof createLeser>, felt: string, naa: Date): Kanal | null {
  const verdi = leser.tekst(felt);
  // Then what else is said of it has nothing to stand beside, and is told as it came.
  if (verdi === null) return null;
  const oppdatert = leser.tidspunkt(`${felt}_oppdatert`);
  const bekreftet = leser.tidspunkt(`${felt}_sist_verifisert`);
  const erDelt = leser.kode(`${felt}_duplisert`, ['JA']) !== null;
  return { verdi, oppdatert, bekreftet, erFersk: isFersk([oppdatert, bekreftet], naa), erDelt };
}

type Grunnlag = {
  status: (typeof STATUSER)[number] | null;
  reservasjon: (typeof RESERVASJONER)[number] | null;
  kanVarsles: boolean;
  kanaler: readonly (Kanal | null)[];
};

/** The first that holds (section 1.6). KRR's own word is not enough: the 18 months are counted here too. */
function toKonklusjon({ status, reservasjon, kanVarsles, kanaler }: Grunnlag): Konklusjon {
  if (reservasjon === 'JA') return 'reservert';
  if (status === 'IKKE_REGISTRERT') return 'ikkeRegistrert';
  if (status === 'SLETTET') return 'slettet';
  if (status !== 'AKTIV' || reservasjon !== 'NEI') return 'uavklart';
  return kanVarsles && kanaler.some((kanal) => kanal?.erFersk) ? 'kanVarsles' : 'kanIkkeVarsles';
}

/** @param naa decides what is older than 18 months */
export function parseKrrperson(post: Objekt, naa: Date): Krrperson {
  const leser = createLeser(post);
  const kontakt = isObjekt(post.kontaktinformasjon) ? post.kontaktinformasjon : null;
  const kontaktleser = createLeser(kontakt ?? {});
  const epost = readKanal(kontaktleser, 'epostadresse', naa);
  const mobil = readKanal(kontaktleser, 'mobiltelefonnummer', naa);
  const status = leser.kode('status', STATUSER);
  const reservasjon = leser.kode('reservasjon', RESERVASJONER);
  const varslingsstatus = leser.kode('varslingsstatus', VARSLINGSSTATUSER);
  const erReservert = reservasjon === 'JA';
  const reservert = erReservert ? leser.tidspunkt('reservasjonstidspunkt') : null;
  const reservertOppdatert = erReservert ? leser.tidspunkt('reservasjon_oppdatert') : null;
  const spraak = leser.kode('spraak', SPRAAKVALG);
  const spraakOppdatert = spraak === null ? null : leser.tidspunkt('spraak_oppdatert');
  const kanVarsles = varslingsstatus === 'KAN_VARSLES';
  return {
    konklusjon: toKonklusjon({ status, reservasjon, kanVarsles, kanaler: [epost, mobil] }),
    reservertSiden: reservert ?? reservertOppdatert,
    epost,
    mobil,
    spraak: spraak === null ? null : { kode: spraak, oppdatert: spraakOppdatert },
    andre: [
      ...leser.listAndre('', ['personidentifikator', ...(kontakt === null ? [] : ['kontaktinformasjon'])]),
      ...kontaktleser.listAndre('kontaktinformasjon.', []),
    ],
  };
}
