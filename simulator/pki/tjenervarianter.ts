/**
 * The certificates that a server can change to when its own is replaced, rightly or wrongly. All are for one other key
 * than that of `tjener`.
 */
import {
  createTjenernoekler,
  createTjenersertifikat,
  type Gyldighet,
  type Sertifikatpar,
  type Utsteder,
} from './create-sertifikat.ts';

/**
 * `ny-noekkel` is good. `ny-ca` is from the CA in `fremmed-ca.pem`, `utloept` has expired, `feil-navn` is for another
 * host, and `tilbakekalt` is revoked by `crl.pem`.
 */
export type Tjenervariant = 'ny-noekkel' | 'ny-ca' | 'utloept' | 'feil-navn' | 'tilbakekalt';
export type Tjenervarianter = Record<Tjenervariant, Sertifikatpar>;

const ANNEN_VERT = 'et-annet-register.test';

export async function createTjenervarianter(
  ca: Utsteder,
  fremmedCa: Utsteder,
  gyldig: Gyldighet,
  gammel: Gyldighet,
): Promise<Tjenervarianter> {
  const noekler = await createTjenernoekler();
  return mapTjenervarianter((variant) => {
    if (variant === 'ny-ca') return createTjenersertifikat(fremmedCa, gyldig, noekler);
    if (variant === 'utloept') return createTjenersertifikat(ca, gammel, noekler);
    return createTjenersertifikat(ca, gyldig, noekler, variant === 'feil-navn' ? ANNEN_VERT : undefined);
  });
}

/** Every variant as `get` gives it. */
export async function mapTjenervarianter(
  get: (variant: Tjenervariant) => Promise<Sertifikatpar>,
): Promise<Tjenervarianter> {
  const [nyNoekkel, nyCa, utloept, feilNavn, tilbakekalt] = await Promise.all([
    get('ny-noekkel'),
    get('ny-ca'),
    get('utloept'),
    get('feil-navn'),
    get('tilbakekalt'),
  ]);
  return { 'ny-noekkel': nyNoekkel, 'ny-ca': nyCa, utloept, 'feil-navn': feilNavn, tilbakekalt };
}
