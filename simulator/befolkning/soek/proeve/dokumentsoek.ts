/** The searches as a reading of whole documents: slow, without indexes, and what the indexes are held against. */
import type { Persondokument, Soekekriterier, Uttrekksutvalg } from '../../befolkning.ts';
import { getTekst, listElementer } from '../../dokumentlesing.ts';
import { toSoekekrav } from '../adressekrav.ts';
import { isVernet, listAdresser } from '../soekbart.ts';
import { hasAdresse, hasNavn } from '../treff.ts';

function getGjeldende(dokument: Persondokument, egenskap: string, felt: string): string {
  const gjeldende = listElementer(dokument, egenskap).find((e) => e.erGjeldende === true);
  return getTekst(gjeldende ?? {}, felt);
}

const isInnenfor = (aar: number, fra: number | undefined, til: number | undefined): boolean =>
  (fra === undefined && til === undefined) || (aar > 0 && aar >= (fra ?? 0) && aar <= (til ?? 9999));

export function isSoektreff(dokument: Persondokument, k: Soekekriterier): boolean {
  const status = getGjeldende(dokument, 'status', 'status');
  if (status === 'opphoert' || (status === 'doed' && !k.inkluderDoede)) return false;
  const krav = toSoekekrav(k);
  return (
    hasFelles(dokument, k) &&
    (k.foedselsdato === undefined ||
      getGjeldende(dokument, 'foedsel', 'foedselsdato').replaceAll('-', '') === k.foedselsdato) &&
    hasNavn(dokument, k, false) &&
    (krav === undefined || hasAdresse(dokument, krav))
  );
}

function hasFelles(dokument: Persondokument, k: Soekekriterier | Uttrekksutvalg): boolean {
  const foedselsaar = Number(getGjeldende(dokument, 'foedsel', 'foedselsaar'));
  return (
    (k.kjoenn === undefined || getGjeldende(dokument, 'kjoenn', 'kjoenn') === k.kjoenn) &&
    isInnenfor(foedselsaar, k.foedselsaarFraOgMed, k.foedselsaarTilOgMed)
  );
}

const AKTIVE = ['midlertidig', 'ikkeBosatt', 'forsvunnet', 'foedselsregistrert'];

export function isUttrekkstreff(dokument: Persondokument, k: Uttrekksutvalg): boolean {
  const status = getGjeldende(dokument, 'status', 'status');
  const statuser: readonly string[] = k.personstatustyper.flatMap((type): readonly string[] =>
    type === 'aktiv' ? AKTIVE : [type],
  );
  const doedsfall = listElementer(dokument, 'doedsfall')[0] ?? {};
  const land = listElementer(dokument, 'statsborgerskap').filter((e) => e.erGjeldende === true);
  return (
    statuser.includes(status) &&
    hasFelles(dokument, k) &&
    isInnenfor(
      Number(getTekst(doedsfall, 'doedsdato').slice(0, 4)),
      k.doedsaarFraOgMed,
      k.doedsaarTilOgMed,
    ) &&
    (k.sivilstandstype === undefined ||
      getGjeldende(dokument, 'sivilstand', 'sivilstand') === k.sivilstandstype) &&
    (k.statsborgerskap === undefined ||
      land.some((e) => getTekst(e, 'statsborgerskap') === k.statsborgerskap)) &&
    hasKommune(dokument, 'bostedsadresse', k.bostedskommunenummer, k.serVernede) &&
    hasKommune(dokument, 'oppholdsadresse', k.oppholdskommunenummer, k.serVernede)
  );
}

function hasKommune(
  dokument: Persondokument,
  slag: string,
  kommunenummer: string | undefined,
  serVernede: boolean,
): boolean {
  if (kommunenummer === undefined) return true;
  if (!serVernede && isVernet(dokument)) return false;
  return listAdresser(dokument, serVernede).some(
    (a) =>
      a.slag === slag && a.gjeldende && a.kommunenummer === kommunenummer && (serVernede || !a.klientadresse),
  );
}
