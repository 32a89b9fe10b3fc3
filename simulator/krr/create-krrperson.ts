/**
 * One person as KRR tells of her: fields that have nothing to say are left out, never null, and a field comes only to
 * those whose scope gives it.
 * Source: krr-maskinporten.md sections 1.3 and 1.4.
 */
import { hash } from '../befolkning/tilfeldig.ts';
import type { Krrinnstillinger } from './innstillinger.ts';
import type { Postkasse } from './postkasser.ts';
import { formatTid, getTider, isFersk } from './tidspunkt.ts';
import { type Ferskhet, type Spraak, TILSTANDER, type Tilstand, type Tilstandsnavn } from './tilstander.ts';

/** What the test environment gives everybody, so that no letter reaches anyone. */
const EPOST = 'NULLstillt@default.digdir.no';
const MOBIL = '+4799999999';

/** `froe` is 32 bits of the person's own, which decide times and mailbox. */
export type Krrgrunnlag = {
  nummer: string;
  tilstand: Tilstandsnavn;
  spraak: Spraak | undefined;
  froe: number;
};

/** `kontakt` and `digitalpost`: what the scopes of the token give. `naa` in milliseconds. */
export type Krrvisning = {
  kontakt: boolean;
  digitalpost: boolean;
  naa: number;
  postkasser: readonly Postkasse[];
  innstillinger: Krrinnstillinger;
};

export type Krrperson = Record<string, unknown>;

type Kanal = { felter: Record<string, string>; fersk: boolean };

export function createKrrperson(grunnlag: Krrgrunnlag, visning: Krrvisning): Krrperson {
  const tilstand: Tilstand = TILSTANDER[grunnlag.tilstand];
  return {
    personidentifikator: grunnlag.nummer,
    ...createReservasjon(tilstand, grunnlag, visning),
    status: tilstand.status,
    ...(visning.kontakt ? createKontakt(tilstand, grunnlag, visning) : {}),
    ...(visning.digitalpost && tilstand.postkasse ? createDigitalPost(grunnlag, visning) : {}),
    ...(visning.kontakt ? createSpraak(grunnlag, visning) : {}),
  };
}

function createReservasjon(
  { status, reservert }: Tilstand,
  { froe }: Krrgrunnlag,
  { naa, innstillinger }: Krrvisning,
): Record<string, string> {
  if (status === 'SLETTET' && !innstillinger.reservasjonForSlettet) return {};
  if (!reservert) return { reservasjon: 'NEI' };
  const tid = formatTid(getTider('fersk', hash(froe, 3), naa).oppdatert, innstillinger.tidsformat);
  return { reservasjon: 'JA', reservasjonstidspunkt: tid, reservasjon_oppdatert: tid };
}

function createKontakt(
  tilstand: Tilstand,
  grunnlag: Krrgrunnlag,
  { naa, innstillinger }: Krrvisning,
): Record<string, unknown> {
  const create = (felt: string, verdi: string, ferskhet: Ferskhet | undefined, del: number): Kanal => {
    if (!ferskhet) return { felter: {}, fersk: false };
    const tider = getTider(ferskhet, hash(grunnlag.froe, del), naa);
    const { oppdatert, bekreftet } = tider;
    const format = (ms: number) => formatTid(ms, innstillinger.tidsformat);
    return {
      felter: {
        [felt]: verdi,
        [`${felt}_oppdatert`]: format(oppdatert),
        ...(bekreftet === undefined ? {} : { [`${felt}_sist_verifisert`]: format(bekreftet) }),
        ...(tilstand.duplisert ? { [`${felt}_duplisert`]: 'JA' } : {}),
      },
      fersk: isFersk(tider, naa),
    };
  };
  const epost = create('epostadresse', EPOST, tilstand.epost, 1);
  const mobil = create('mobiltelefonnummer', MOBIL, tilstand.mobil, 2);
  const kanVarsles = !tilstand.reservert && (epost.fersk || mobil.fersk);
  const kontaktinformasjon = { ...epost.felter, ...mobil.felter };
  const leveres = kanVarsles || innstillinger.leverNaarIkkeVarsles;
  return {
    varslingsstatus: kanVarsles ? 'KAN_VARSLES' : 'KAN_IKKE_VARSLES',
    ...(leveres && Object.keys(kontaktinformasjon).length > 0 ? { kontaktinformasjon } : {}),
  };
}

function createDigitalPost({ froe }: Krrgrunnlag, { postkasser }: Krrvisning): Record<string, unknown> {
  const postkasse = postkasser[froe % postkasser.length];
  if (!postkasse) return {};
  return {
    digital_post: {
      postkasseadresse: `simulert.innbygger#${hash(froe, 4).toString(16).slice(0, 4).padStart(4, '0').toUpperCase()}`,
      postkasseleverandoeradresse: postkasse.leverandoer,
    },
    sertifikat: postkasse.sertifikat,
  };
}

function createSpraak(
  { spraak, froe }: Krrgrunnlag,
  { naa, innstillinger }: Krrvisning,
): Record<string, string> {
  if (!spraak) return {};
  const { oppdatert } = getTider('fersk', hash(froe, 5), naa);
  return { spraak, spraak_oppdatert: formatTid(oppdatert, innstillinger.tidsformat) };
}
