/**
 * What the register says of the identifiers of one chunk. A page of the firewall is about some identifier and not about
 * the rest: the chunk is halved until the offender stands alone, and everybody else is fetched (security.md R-13). When
 * several stand alone it is not the identifiers that the firewall minds.
 */
import 'server-only';
import type { Arkivsvar, Bulksvar, FregFeil } from '#lib/server/freg/freg-svar.ts';
import type { Delpost } from '#lib/server/uttrekk/filer/deler.ts';

/** What came of a chunk: a post for each identifier, in order. */
export type Poster = {
  kind: 'poster';
  poster: Delpost[];
  /** Of them: about whom the answer said nothing, or spoke of somebody else. */
  uteblitt: number;
  /** Of them: whom the firewall stops. */
  stoppet: number;
};

type Bulkkall = (ider: readonly string[]) => Promise<Bulksvar | Arkivsvar | FregFeil>;

/** More offenders than this in one chunk, and the firewall stops the calls as such. */
const MAKS_STOPPET = 3;

function readPoster(svar: Bulksvar | Arkivsvar): Poster {
  if (svar.kind === 'arkiv')
    return { kind: 'poster', poster: svar.poster, uteblitt: svar.uteblitt, stoppet: 0 };
  const feilPerson = svar.poster.filter(({ utfall }) => utfall === 'feilPerson').length;
  const poster = svar.poster.map((post) => ({
    id: post.nummer,
    dokument: post.utfall === 'funnet' ? post.dokument : null,
  }));

  return { kind: 'poster', poster, uteblitt: svar.uteblitt + feilPerson, stoppet: 0 };
}

/** @param call one bulk call of at most 1 000 identifiers, with its acts in the revisjonslogg */
export async function hentPoster(
  ider: readonly string[],
  call: Bulkkall,
  tidligereStoppet = 0,
): Promise<Poster | FregFeil> {
  const svar = await call(ider);
  if (svar.kind === 'bulk' || svar.kind === 'arkiv') return readPoster(svar);
  if (svar.kind !== 'blokkertAvBrannmur') return svar;
  const [id] = ider;
  if (ider.length === 1 && id !== undefined) {
    if (tidligereStoppet >= MAKS_STOPPET) return svar;
    return { kind: 'poster', poster: [{ id, dokument: null }], uteblitt: 0, stoppet: 1 };
  }
  const midten = Math.ceil(ider.length / 2);
  const foerste = await hentPoster(ider.slice(0, midten), call, tidligereStoppet);
  if (foerste.kind !== 'poster') return foerste;
  const andre = await hentPoster(ider.slice(midten), call, tidligereStoppet + foerste.stoppet);
  if (andre.kind !== 'poster') return andre;

  return {
    kind: 'poster',
    poster: [...foerste.poster, ...andre.poster],
    uteblitt: foerste.uteblitt + andre.uteblitt,
    stoppet: foerste.stoppet + andre.stoppet,
  };
}
