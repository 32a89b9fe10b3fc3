/**
 * Whom a document points at, and as what: parents, children, and everybody else it names as partner, former partner,
 * responsible or verge. History counts as now: who was married once is close still (security.md Z-04).
 */
import { parsePerson } from '#lib/domain/person/parse-person.ts';

/** Numbers, each once. `andre` are those who are neither parent nor child. */
export type Familie = { foreldre: string[]; barn: string[]; andre: string[] };

const FORELDER: ReadonlySet<string> = new Set(['mor', 'far', 'medmor']);

const toUnike = (numre: readonly (string | undefined)[]): string[] => [
  ...new Set(numre.filter((nummer) => nummer !== undefined && nummer !== '').map(String)),
];

/** Reads one document. @throws UgyldigPersondokument when it is not an object. */
export function readFamilie(dokument: unknown): Familie {
  const { familierelasjon, sivilstand, foreldreansvar, vergemaalEllerFremtidsfullmakt } =
    parsePerson(dokument).egenskaper;
  const relasjoner = familierelasjon ?? [];
  const ansvar = foreldreansvar ?? [];
  const medRolle = (isRolle: (rolle: string) => boolean) =>
    relasjoner
      .filter(({ relatertPersonsRolle }) => isRolle(relatertPersonsRolle ?? ''))
      .map(({ relatertPerson }) => relatertPerson);
  // The one who answers for a child is told in the child's document, and the child in hers.
  const foreldre = toUnike([
    ...medRolle((rolle) => FORELDER.has(rolle)),
    ...ansvar.map(({ ansvarlig }) => ansvarlig),
  ]);
  const barn = toUnike([
    ...medRolle((rolle) => rolle === 'barn'),
    ...ansvar.map(({ ansvarssubjekt }) => ansvarssubjekt),
  ]);
  const andre = toUnike([
    ...medRolle((rolle) => rolle !== 'barn' && !FORELDER.has(rolle)),
    ...(sivilstand ?? []).map(({ relatertVedSivilstand }) => relatertVedSivilstand),
    ...(vergemaalEllerFremtidsfullmakt ?? []).map(({ verge }) => verge?.foedselsEllerDNummer),
  ]);

  return { foreldre, barn, andre: andre.filter((nr) => !foreldre.includes(nr) && !barn.includes(nr)) };
}
