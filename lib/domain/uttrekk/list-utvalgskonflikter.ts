/** What is wrong with the criteria of a tilpasset uttrekk beyond their shape: years, and codes that nobody knows. */
import { KODEVERK } from '#lib/domain/kodeverk/kodeverk.ts';
import { findKommunenavn } from '#lib/domain/kodeverk/kommuner.ts';
import { findLandnavn } from '#lib/domain/kodeverk/land.ts';
import type { Utvalg } from './bestilling.ts';
import type { Konflikt } from './forhaandskontroll.ts';

const UTVALG = 'kilde.utvalg';
const konflikt = (kode: Konflikt['kode'], felt: string, verdi: string | null = null): Konflikt => ({
  kode,
  felt: `${UTVALG}.${felt}`,
  verdi,
});

/** @param iDag `yyyy-mm-dd` */
export function listUtvalgskonflikter(utvalg: Utvalg, iDag: string): Konflikt[] {
  return [...listAarskonflikter(utvalg, Number(iDag.slice(0, 4))), ...listKodekonflikter(utvalg)];
}

function listAarskonflikter({ personstatustyper, foedselsaar, doedsaar }: Utvalg, iAar: number): Konflikt[] {
  const konflikter: Konflikt[] = [];
  for (const [felt, rom] of Object.entries({ foedselsaar, doedsaar })) {
    if ((rom?.fra ?? 0) > iAar) konflikter.push(konflikt('aarIFremtiden', felt));
  }
  if (doedsaar && !personstatustyper.includes('doed'))
    konflikter.push(konflikt('doedsaarUtenDoed', 'doedsaar'));
  if (doedsaar?.til && foedselsaar?.fra && doedsaar.til < foedselsaar.fra)
    konflikter.push(konflikt('doedFoerFoedt', 'doedsaar'));

  return konflikter;
}

/** Kommuner of today and of earlier, countries with three letters, and the register's own words for sivilstand. */
function listKodekonflikter({ sted, statsborgerskap, sivilstandstype }: Utvalg): Konflikt[] {
  const ukjente = (sted?.kommuner ?? []).filter((nummer) => findKommunenavn(nummer, null) === null);
  const konflikter = ukjente.map((nummer) => konflikt('ukjentKommune', 'sted.kommuner', nummer));
  if (statsborgerskap !== null && findLandnavn(statsborgerskap) === null)
    konflikter.push(konflikt('ukjentLand', 'statsborgerskap', statsborgerskap));
  if (sivilstandstype !== null && !KODEVERK.sivilstand.some((kode) => kode === sivilstandstype))
    konflikter.push(konflikt('ukjentSivilstand', 'sivilstandstype', sivilstandstype));

  return konflikter;
}
