/**
 * The personidentifikatorer in a document of the register, wherever they stand. Read from the raw document and not from
 * what the model knows, so that a number in a field that nobody has heard of counts too.
 */
type Dokument = Readonly<Record<string, unknown>>;

const NUMMER = /^\d{11}$/;

const NUMMER_LENGDE = 11;

function addNumre(numre: Set<string>, value: unknown): Set<string> {
  if (typeof value === 'string') {
    if (value.length === NUMMER_LENGDE && NUMMER.test(value)) numre.add(value);
  } else if (typeof value === 'object' && value !== null) {
    for (const one of Object.values(value)) addNumre(numre, one);
  }

  return numre;
}

/** Every number that the document holds: the person's own and those of everybody it points at. */
export const listNevnteNumre = (dokument: Dokument): Set<string> => addNumre(new Set(), dokument);

/** The person's own numbers, earlier ones included; empty where the package or the parts give none. */
export const listEgneNumre = (dokument: Dokument): Set<string> =>
  addNumre(new Set(), dokument.identifikasjonsnummer);

/** The value without the numbers: a field that held one is gone, and so the rest says nothing of whose it was. */
function withhold(value: unknown, numre: ReadonlySet<string>): unknown {
  const isHeld = (one: unknown) => typeof one === 'string' && numre.has(one);
  if (Array.isArray(value)) return value.filter((one) => !isHeld(one)).map((one) => withhold(one, numre));
  if (typeof value !== 'object' || value === null) return value;

  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => !isHeld(one))
      .map(([navn, one]) => [navn, withhold(one, numre)]),
  );
}

/** The document without these numbers of other persons (security.md Z-06). The same object when it holds none. */
export function withholdNumre(dokument: Dokument, numre: ReadonlySet<string>): Dokument {
  if (numre.size === 0) return dokument;

  return Object.fromEntries(
    Object.entries(dokument).map(([egenskap, verdi]) => [egenskap, withhold(verdi, numre)]),
  );
}
