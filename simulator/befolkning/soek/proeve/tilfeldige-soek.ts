/** Searches for tests: criteria taken from what documents hold, so that most find somebody, in every combination. */
import type { EntydigKriterier, Persondokument, Soekekriterier, Uttrekksutvalg } from '../../befolkning.ts';
import { getTekst, listElementer } from '../../dokumentlesing.ts';
import { hash, toAndel, toElement } from '../../tilfeldig.ts';
import { listAdresser } from '../soekbart.ts';

type Lykke = { draw(andel: number): boolean; choose<T>(liste: readonly T[]): T | undefined };

export function createLykke(froe: number): Lykke {
  let teller = 0;
  const next = () => hash(froe, teller++, 0x50e);
  return {
    draw: (andel) => toAndel(next()) < andel,
    choose: (liste) => (liste.length === 0 ? undefined : toElement(next(), liste)),
  };
}

const keep = <T extends object>(kriterier: T): T => {
  for (const navn in kriterier) if (kriterier[navn] === undefined) delete kriterier[navn];
  return kriterier;
};

function toAdressekriterier(dokument: Persondokument, { draw, choose }: Lykke) {
  const adresse = choose(listAdresser(dokument, true));
  if (adresse === undefined) return {};
  const { kommunenummer, postnummer, gate, husnummer } = adresse;
  return {
    postnummer: draw(0.3) && postnummer !== '' ? postnummer : undefined,
    adressenavn: draw(0.4) && gate !== '' ? gate.slice(0, draw(0.5) ? 3 : 30).toLowerCase() : undefined,
    husnummer: draw(0.3) && husnummer !== '' ? husnummer.toLowerCase() : undefined,
    kommunenummer: draw(0.3) ? kommunenummer : undefined,
    fylkesnummer: draw(0.2) ? kommunenummer.slice(0, 2) : undefined,
  };
}

function toNavn(dokument: Persondokument, { draw, choose }: Lykke, antallOrd: 'alle' | 'noen') {
  const navn = choose(listElementer(dokument, 'navn')) ?? {};
  const [fornavn, mellomnavn, etternavn] = ['fornavn', 'mellomnavn', 'etternavn'].map((f) =>
    getTekst(navn, f),
  );
  if (fornavn === '' || etternavn === '') return undefined;
  if (antallOrd === 'alle') return `${fornavn} ${etternavn}`;
  return [fornavn, mellomnavn, etternavn].filter((ord) => ord !== '' && draw(0.6)).join(' ') || etternavn;
}

const toFoedselsdato = (dokument: Persondokument): string | undefined =>
  getTekst(listElementer(dokument, 'foedsel')[0] ?? {}, 'foedselsdato').replaceAll('-', '') || undefined;

export function toSoek(dokument: Persondokument, lykke: Lykke): Soekekriterier {
  const { draw, choose } = lykke;
  const foedselsdato = toFoedselsdato(dokument);
  const aar = Number(foedselsdato?.slice(0, 4) ?? 1980);
  return keep({
    navn: draw(0.4) ? toNavn(dokument, lykke, 'noen') : undefined,
    kjoenn: draw(0.3) ? choose(['kvinne', 'mann'] as const) : undefined,
    foedselsdato: draw(0.15) ? foedselsdato : undefined,
    foedselsaarFraOgMed: draw(0.2) ? aar - 2 : undefined,
    foedselsaarTilOgMed: draw(0.2) ? aar + 1 : undefined,
    ...(draw(0.7) ? toAdressekriterier(dokument, lykke) : {}),
    inkluderOppholdsadresse: draw(0.4),
    soekFonetisk: draw(0.3),
    inkluderDoede: draw(0.5),
    historisk: draw(0.5),
    serKlientadresser: draw(0.5),
  } as Soekekriterier);
}

export function toEntydigSoek(dokument: Persondokument, lykke: Lykke): EntydigKriterier {
  const { draw } = lykke;
  const {
    kommunenummer: _,
    fylkesnummer: __,
    ...adresse
  } = toAdressekriterier(dokument, lykke) as {
    kommunenummer?: string;
    fylkesnummer?: string;
  };
  return keep({
    navn: toNavn(dokument, lykke, 'alle') ?? 'INGEN NAVN',
    foedselsdato: draw(0.4) ? toFoedselsdato(dokument) : undefined,
    ...(draw(0.6) ? adresse : {}),
    soekFonetisk: draw(0.3),
    historisk: draw(0.5),
    serKlientadresser: draw(0.5),
  } as EntydigKriterier);
}

export function toUttrekk(dokument: Persondokument, lykke: Lykke): Uttrekksutvalg {
  const { draw, choose } = lykke;
  const aar = Number(toFoedselsdato(dokument)?.slice(0, 4) ?? 1980);
  const doedsaar = Number(
    getTekst(listElementer(dokument, 'doedsfall')[0] ?? {}, 'doedsdato').slice(0, 4) || 2015,
  );
  const kommune = choose(listAdresser(dokument, true))?.kommunenummer;
  const iBosted = draw(0.6);
  const typer = (['aktiv', 'bosatt', 'utflyttet', 'doed', 'inaktiv'] as const).filter(() => draw(0.6));
  return keep({
    personstatustyper: typer.length === 0 ? ['bosatt'] : typer,
    bostedskommunenummer: draw(0.4) && iBosted ? kommune : undefined,
    oppholdskommunenummer: draw(0.4) && !iBosted ? kommune : undefined,
    foedselsaarFraOgMed: draw(0.3) ? aar - 3 : undefined,
    foedselsaarTilOgMed: draw(0.3) ? aar + 3 : undefined,
    doedsaarFraOgMed: draw(0.15) ? doedsaar - 2 : undefined,
    doedsaarTilOgMed: draw(0.15) ? doedsaar + 2 : undefined,
    kjoenn: draw(0.3) ? choose(['kvinne', 'mann'] as const) : undefined,
    statsborgerskap: draw(0.3)
      ? getTekst(choose(listElementer(dokument, 'statsborgerskap')) ?? {}, 'statsborgerskap') || undefined
      : undefined,
    sivilstandstype: draw(0.3)
      ? getTekst(choose(listElementer(dokument, 'sivilstand')) ?? {}, 'sivilstand') || undefined
      : undefined,
    serVernede: draw(0.5),
  } as Uttrekksutvalg);
}
