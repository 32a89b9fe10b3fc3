/** XML stays well-formed and true to the document, whatever the values hold. */
import { expect, test } from 'vitest';
import { NUMMER, PROEVEBEFOLKNING } from './proeve/befolkning.ts';
import { type Node, parseXml } from './proeve/parse-xml.ts';
import { formatXml } from './xml.ts';

const format = (nummer: string) =>
  formatXml('folkeregisterperson', PROEVEBEFOLKNING.getDokument(PROEVEBEFOLKNING.findPerson(nummer) ?? -1));
const find = (node: Node, ...sti: string[]): Node[] => {
  const [navn, ...resten] = sti;
  if (navn === undefined) return [node];
  return node.barn.filter((barn) => barn.navn === navn).flatMap((barn) => find(barn, ...resten));
};

test('the root carries the namespace of the register', () => {
  const rot = parseXml(format(NUMMER.ola));
  expect(rot.navn).toBe('folkeregisterperson');
  expect(rot.attributter.xmlns).toBe('folkeregisteret:tilgjengeliggjoering:person:v1');
});

test('lists become repeated elements, "" an empty one, and foedselsaar is typed', () => {
  const xml = format(NUMMER.ola);
  const rot = parseXml(xml);
  expect(find(rot, 'bostedsadresse')).toHaveLength(2);
  expect(find(rot, 'brukAvSamiskSpraak', 'spraak').map(({ tekst }) => tekst)).toEqual([
    'nordsamisk',
    'lulesamisk',
  ]);
  expect(xml).toContain('<foedested/>');
  expect(xml).toContain('<foedselsaar xsi:type="xs:int">1924</foedselsaar>');
  expect(find(rot, 'bostedsadresse', 'vegadresse', 'adressenummer', 'husnummer')[0]?.tekst).toBe('3');
});

test('a hostile name is text, and characters that XML cannot carry are gone', () => {
  const [navn] = find(parseXml(format(NUMMER.fiendtlig)), 'navn');
  expect(navn && find(navn, 'fornavn')[0]?.tekst).toBe('<script>alert("1")&amp;]]></script>');
  expect(navn && find(navn, 'etternavn')[0]?.tekst).toBe('ABC\uFFFDD\u202EE');
});

test('every single UTF-16 unit gives a well-formed document', () => {
  for (let start = 0; start < 0x10000; start += 256) {
    const tegn = Array.from({ length: 256 }, (_, i) => `x${String.fromCharCode(start + i)}`).join('');
    expect(() => parseXml(formatXml('rot', { felt: tegn })), start.toString(16)).not.toThrow();
  }
});
