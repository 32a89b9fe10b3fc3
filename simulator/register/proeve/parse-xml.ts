/**
 * A strict reader of the XML that the register can write: prolog, elements, attributes, text, the predefined and
 * numeric entities. Throws on anything that is not well-formed; knows no comments, CDATA or DTD.
 */
export type Node = { navn: string; attributter: Record<string, string>; barn: Node[]; tekst: string };

const TAGG = /<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[A-Za-z_][\w.:-]*\s*=\s*"[^"<]*")*)\s*(\/?)>/y;
const PROLOG = /^<\?xml version="1\.0" encoding="UTF-8"(?: standalone="yes")?\?>\s*/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 forbids
const ULOVLIG = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|&(?!(?:lt|gt|amp|quot|apos|#\d+);)|]]>/;
const TEGN: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const toTekst = (raa: string): string => {
  if (ULOVLIG.test(raa) || !raa.isWellFormed()) throw new Error('Ulovlig tegn i tekst');
  return raa.replace(/&(?:#(\d+)|(\w+));/g, (_, kode, navn) =>
    kode ? String.fromCodePoint(Number(kode)) : (TEGN[navn] ?? ''),
  );
};

function toAttributter(raa: string): Record<string, string> {
  const par = [...raa.matchAll(/([\w.:-]+)\s*=\s*"([^"]*)"/g)].map(
    ([, navn = '', verdi = '']) => [navn, toTekst(verdi)] as const,
  );
  if (new Set(par.map(([navn]) => navn)).size < par.length) throw new Error('Attributt to ganger');
  return Object.fromEntries(par);
}

/** The root element of the document. */
export function parseXml(dokument: string): Node {
  const prolog = PROLOG.exec(dokument)?.[0];
  if (prolog === undefined) throw new Error('Mangler prolog');
  const rot: Node = { navn: '', attributter: {}, barn: [], tekst: '' };
  const stabel = [rot];
  for (let sted = prolog.length; sted < dokument.length; ) {
    const top = stabel.at(-1) ?? rot;
    const neste = dokument.indexOf('<', sted);
    const slutt = neste < 0 ? dokument.length : neste;
    top.tekst += toTekst(dokument.slice(sted, slutt));
    if (neste < 0) break;
    TAGG.lastIndex = neste;
    const tagg = TAGG.exec(dokument);
    if (!tagg) throw new Error(`Ugyldig tagg ved ${neste}`);
    const [hele, slutter, navn = '', attributter = '', tom] = tagg;
    if (slutter) {
      if (stabel.pop()?.navn !== navn) throw new Error(`Feil slutt-tagg ${navn}`);
    } else {
      const node: Node = { navn, attributter: toAttributter(attributter), barn: [], tekst: '' };
      top.barn.push(node);
      if (!tom) stabel.push(node);
    }
    sted = neste + hele.length;
  }
  const [element, ...flere] = rot.barn;
  if (stabel.length !== 1 || !element || flere.length > 0 || rot.tekst.trim() !== '')
    throw new Error('Ikke én rot');
  return element;
}

/** The children with the name, and the text of the first of them. */
export const finn = (node: Node, navn: string): Node[] => node.barn.filter((barn) => barn.navn === navn);
export const finnTekst = (node: Node | undefined, navn: string): string | undefined =>
  node && finn(node, navn)[0]?.tekst;
