/** The schema resource is one well-formed document that knows every egenskap and every type that it uses. */
import { expect, test } from 'vitest';
import { type Node, parseXml } from '../register/proeve/parse-xml.ts';
import { EGENSKAPER } from './egenskaper.ts';
import { formatXsd } from './xsd.ts';

const skjema = parseXml(formatXsd());
const listNavn = (node: Node, tagg: string): string[] => [
  ...(node.navn === tagg ? [node.attributter.name ?? ''] : []),
  ...node.barn.flatMap((barn) => listNavn(barn, tagg)),
];
const listTyper = (node: Node): string[] => [
  ...(node.attributter.type === undefined ? [] : [node.attributter.type]),
  ...node.barn.flatMap(listTyper),
];

test('the schema is for the namespace of the person document', () => {
  expect(skjema.navn).toBe('xs:schema');
  expect(skjema.attributter.targetNamespace).toBe('folkeregisteret:tilgjengeliggjoering:person:v1');
});

test('every type that is used is defined or a simple type of XML Schema, and none is defined twice', () => {
  const definerte = [...listNavn(skjema, 'xs:complexType'), ...listNavn(skjema, 'xs:simpleType')];
  expect(new Set(definerte).size).toBe(definerte.length);
  for (const type of listTyper(skjema))
    expect(type.startsWith('xs:') || definerte.includes(type), type).toBe(true);
});

test('every egenskap that is shared is an element of the person', () => {
  const person = skjema.barn.find(({ attributter }) => attributter.name === 'Folkeregisterperson');
  const elementer = person ? listNavn(person, 'xs:element') : [];
  expect([...elementer].sort()).toEqual([...EGENSKAPER].sort());
});
