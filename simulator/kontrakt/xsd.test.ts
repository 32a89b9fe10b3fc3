/** Each schema resource is one well-formed document that knows every egenskap and every type that it uses. */
import { describe, expect, test } from 'vitest';
import { type Node, parseXml } from '../register/proeve/parse-xml.ts';
import { EGENSKAPER } from './egenskaper.ts';
import { formatFeedXsd, formatHendelseXsd, formatXsd } from './xsd.ts';

const listNavn = (node: Node, tagg: string): string[] => [
  ...(node.navn === tagg ? [node.attributter.name ?? ''] : []),
  ...node.barn.flatMap((barn) => listNavn(barn, tagg)),
];
const listTyper = (node: Node): string[] => [
  ...(node.attributter.type === undefined ? [] : [node.attributter.type]),
  ...node.barn.flatMap(listTyper),
];

const finnType = (skjema: Node, navn: string): Node | undefined =>
  skjema.barn.find(({ attributter }) => attributter.name === navn);

describe.each([
  ['person', 'folkeregisterperson', formatXsd()],
  ['hendelse', 'dokumentForHendelse', formatHendelseXsd()],
  ['hendelse', 'lagretHendelse', formatFeedXsd()],
])('the schema in the namespace of %s with the root %s', (navnerom, rot, tekst) => {
  const skjema = parseXml(tekst);

  test('has that namespace and that root', () => {
    expect(skjema.navn).toBe('xs:schema');
    expect(skjema.attributter.targetNamespace).toBe(`folkeregisteret:tilgjengeliggjoering:${navnerom}:v1`);
    expect(skjema.barn.filter(({ navn }) => navn === 'xs:element').map((e) => e.attributter.name)).toEqual([
      rot,
    ]);
  });

  test('defines every type that it uses, and none twice', () => {
    const definerte = [...listNavn(skjema, 'xs:complexType'), ...listNavn(skjema, 'xs:simpleType')];
    expect(new Set(definerte).size).toBe(definerte.length);
    for (const type of listTyper(skjema))
      expect(type.startsWith('xs:') || definerte.includes(type), type).toBe(true);
  });
});

test('every egenskap that is shared is an element of the person', () => {
  const person = finnType(parseXml(formatXsd()), 'Folkeregisterperson');
  const elementer = person ? listNavn(person, 'xs:element') : [];
  expect([...elementer].sort()).toEqual([...EGENSKAPER].sort());
});

test('a registration can hold every egenskap, and says what kind it is', () => {
  const registerdata = finnType(parseXml(formatHendelseXsd()), 'Registerdata');
  const elementer = registerdata ? listNavn(registerdata, 'xs:element') : [];
  expect([...elementer].sort()).toEqual(['entitet', 'entitetsendring', ...EGENSKAPER].sort());
});

test('what was registered says nothing of what is current, and identitetsgrunnlag has its other name', () => {
  const skjema = parseXml(formatHendelseXsd());
  expect(listNavn(skjema, 'xs:element')).not.toContain('erGjeldende');
  const identitetsgrunnlag = finnType(skjema, 'Identitetsgrunnlag');
  const elementer = identitetsgrunnlag ? listNavn(identitetsgrunnlag, 'xs:element') : [];
  expect(elementer).toContain('legitimasjonskontroll');
  expect(elementer).not.toContain('identitetsgrunnlagstatus');
});
