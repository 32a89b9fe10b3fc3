/**
 * The schema resource, made from the model table. Fields may come in any order and newer ones are allowed, because
 * the register adds fields without a new version (freg-contract.md section 1.1).
 */
import { FOLKEREGISTERPERSON, MED_METADATA, METADATA, UTEN_METADATA } from './modell.ts';

export const NAVNEROM_PERSON = 'folkeregisteret:tilgjengeliggjoering:person:v1';

/** `foedselsaar` is sent with xsi:type xs:int (section 2.1), so plain text must allow any simple type. */
const ENKLE: Record<string, string> = {
  tekst: 'xs:anySimpleType',
  dato: 'xs:date',
  tid: 'xs:dateTime',
  bool: 'xs:boolean',
  heltall: 'xs:int',
  elleve: 'elleve',
  fire: 'fire',
};

const createSiffertype = (navn: string, antall: number): string =>
  `<xs:simpleType name="${navn}"><xs:restriction base="xs:string"><xs:pattern value="[0-9]{${antall}}"/></xs:restriction></xs:simpleType>`;

function formatFelt(felt: string): string {
  const [hode = '', type = 'tekst'] = felt.split(':');
  return `<xs:element name="${hode.replace(/[!*]/g, '')}" type="${ENKLE[type] ?? type}"/>`;
}

function formatType(navn: string, felter: string): string {
  const elementer = felter.split(/\s+/).filter(Boolean).map(formatFelt).join('');
  return (
    `<xs:complexType name="${navn}"><xs:choice minOccurs="0" maxOccurs="unbounded">${elementer}` +
    '<xs:any namespace="##other" processContents="lax"/></xs:choice></xs:complexType>'
  );
}

/** The whole schema document as text. */
export function formatXsd(): string {
  const typer = [
    createSiffertype('elleve', 11),
    createSiffertype('fire', 4),
    formatType('Folkeregisterperson', FOLKEREGISTERPERSON),
    ...Object.entries(MED_METADATA).map(([navn, felter]) => formatType(navn, `${METADATA} ${felter}`)),
    ...Object.entries(UTEN_METADATA).map(([navn, felter]) => formatType(navn, felter)),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="${NAVNEROM_PERSON}" targetNamespace="${NAVNEROM_PERSON}" elementFormDefault="qualified">`,
    '<xs:element name="folkeregisterperson" type="Folkeregisterperson"/>',
    ...typer,
    '</xs:schema>',
    '',
  ].join('\n');
}
