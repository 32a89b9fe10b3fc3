/**
 * The whole person view as plain text, tab by tab. Rule: it shows everything that the view holds and nothing else,
 * so that it proves what a screen would show. Control characters never reach the reader's terminal.
 */
import { feltNoekkel } from './felt-noekkel.ts';
import type { Banner, Felt, Oppfoering, PersonView, Seksjon } from './person-view.ts';
import { type FinnTekst, showDag, showVerdi } from './show-verdi.ts';
import { toFaner } from './view/faner.ts';

const INNRYKK = '  ';

/** Line breaks are ours; what a register text holds of control and direction marks is shown as a blank. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const STYRETEGN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

type Skriver = { finnTekst: FinnTekst; navn: (...sti: readonly string[]) => string };

/** Texts by key; a key without a text is shown by its last name. */
function createSkriver(finnTekst: FinnTekst): Skriver {
  return { finnTekst, navn: (...sti) => finnTekst(...sti) ?? sti.at(-1) ?? '' };
}

const indent = (linjer: readonly string[]): string[] => linjer.map((linje) => `${INNRYKK}${linje}`);

function showFelt({ felt, verdi }: Felt, { finnTekst, navn }: Skriver): string[] {
  const merkelapp = navn('person', 'felt', feltNoekkel(felt));
  const tekst = showVerdi(verdi, finnTekst);
  if (verdi.slag !== 'adresse') return [`${merkelapp}: ${tekst.replaceAll('\n', ' ')}`];
  return [`${merkelapp}:`, ...indent(tekst.split('\n'))];
}

function showPeriode({ fra, til }: Oppfoering, { navn }: Skriver): string[] {
  return [
    ...(fra === null ? [] : [`${navn('person', 'felt', 'periodeFra')}: ${showDag(fra)}`]),
    ...(til === null ? [] : [`${navn('person', 'felt', 'periodeTil')}: ${showDag(til)}`]),
  ];
}

/** One entry as a list item: its values, its period, and where they come from. */
function showOppfoering(oppfoering: Oppfoering, skriver: Skriver): string[] {
  if (oppfoering.skjermet) return [`- ${skriver.navn('person', 'tilstand', 'skjermet')}`];
  const [foerste, ...resten] = [
    ...oppfoering.felter.flatMap((felt) => showFelt(felt, skriver)),
    ...showPeriode(oppfoering, skriver),
    ...oppfoering.metadata.flatMap((felt) => showFelt(felt, skriver)),
  ];
  return [`- ${foerste ?? skriver.navn('person', 'tilstand', 'verdi')}`, ...indent(resten)];
}

function showGruppe(
  tittel: string,
  oppfoeringer: readonly Oppfoering[],
  tom: string,
  skriver: Skriver,
): string[] {
  if (oppfoeringer.length === 0) return [`${tittel}: ${tom}`];
  return [tittel, ...indent(oppfoeringer.flatMap((oppfoering) => showOppfoering(oppfoering, skriver)))];
}

function showSeksjon(seksjon: Seksjon, medHistorikk: boolean, skriver: Skriver): string[] {
  const { navn } = skriver;
  const tittel = navn('person', 'egenskap', seksjon.egenskap);
  const tilstand = (t: string) => navn('person', 'tilstand', t);
  if (seksjon.gjeldende.length + seksjon.historikk.length === 0)
    return [`${tittel}: ${tilstand(seksjon.tilstand)}`];
  const ingen = tilstand('ingenOpplysninger');
  const ingenHistorikk = seksjon.historikkTilstand === 'verdi' ? ingen : tilstand(seksjon.historikkTilstand);
  return [
    tittel,
    ...indent(showGruppe(navn('person', 'periode', 'gjeldende'), seksjon.gjeldende, ingen, skriver)),
    ...(medHistorikk
      ? indent(showGruppe(navn('person', 'periode', 'historikk'), seksjon.historikk, ingenHistorikk, skriver))
      : []),
  ];
}

function showBanner(banner: Banner, { finnTekst, navn }: Skriver): string {
  const tekst = navn('person', 'banner', banner.banner, 'tekst');
  const tittel = `! ${navn('person', 'banner', banner.banner, 'tittel')}. `;
  if (banner.banner !== 'doed') return tittel + tekst;
  if (banner.doedsdato === null) return tittel + navn('person', 'banner', 'doed', 'tekstUtenDato');
  const doedsdato = showVerdi({ slag: 'dato', dato: banner.doedsdato }, finnTekst);
  return tittel + tekst.replace('{doedsdato}', () => doedsdato);
}

function showHode({ hode, bannere }: PersonView, { finnTekst, navn }: Skriver): string[] {
  const linje = (felt: string, verdi: string | null) =>
    verdi === null ? [] : [`${navn('person', 'hode', felt)}: ${verdi}`];
  const { identifikasjonsnummer, foedselsdato, alder } = hode;
  return [
    hode.navn ?? navn('person', 'hode', 'utenNavn'),
    ...linje(
      'identifikasjonsnummer',
      identifikasjonsnummer &&
        showVerdi({ slag: 'personidentifikator', nummer: identifikasjonsnummer }, finnTekst),
    ),
    ...linje('foedselsdato', foedselsdato && showVerdi({ slag: 'dato', dato: foedselsdato }, finnTekst)),
    ...(foedselsdato === null ? linje('foedselsaar', hode.foedselsaar) : []),
    ...linje(
      'alder',
      alder === null ? null : navn('person', 'hode', 'alderTall').replace('{alder}', String(alder)),
    ),
    ...hode.merker.map((merke) => `* ${navn('person', 'merke', merke)}`),
    ...bannere.map((banner) => showBanner(banner, { finnTekst, navn })),
  ];
}

/** The view as text with a line break at the end; the head first, then every tab, then what the portal does not know. */
export function showPersonView(view: PersonView, finnTekst: FinnTekst): string {
  const skriver = createSkriver(finnTekst);
  const faner = toFaner(view.seksjoner).flatMap(({ fane, seksjoner }) => [
    '',
    `== ${skriver.navn('person', 'fane', fane)} ==`,
    ...seksjoner.flatMap((seksjon) => showSeksjon(seksjon, fane !== 'oversikt', skriver)),
  ]);
  const andre =
    view.andre.length === 0
      ? [skriver.navn('person', 'andre', 'ingen')]
      : [
          skriver.navn('person', 'andre', 'forklaring'),
          ...view.andre.map(({ sti, verdi }) => `- ${sti}: ${verdi}`),
        ];
  return [...showHode(view, skriver), ...faner, ...andre]
    .map((linje) => linje.replaceAll('\n', ' ').replace(STYRETEGN, ' '))
    .concat('')
    .join('\n');
}
