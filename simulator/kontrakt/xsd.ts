/**
 * The three schema resources, made from the model tables. Fields may come in any order and newer ones are allowed, because
 * the register adds fields without a new version (freg-contract.md section 1.1).
 */
import { FEEDINNSLAG, HENDELSESDOKUMENT, NAVNEROM_HENDELSE } from './hendelsemodell.ts';
import { FOLKEREGISTERPERSON, MED_METADATA, METADATA, type Modelltyper, UTEN_METADATA } from './modell.ts';

export const NAVNEROM_PERSON = 'folkeregisteret:tilgjengeliggjoering:person:v1';

/** `foedselsaar` is sent with xsi:type xs:int (section 2.1), so plain text must allow any simple type. */
const ENKLE: Record<string, string> = {
  tekst: 'xs:anySimpleType',
  dato: 'xs:date',
  tid: 'xs:dateTime',
  bool: 'xs:boolean',
  heltall: 'xs:int',
  sekvensnummer: 'xs:long',
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

/** A schema with one root element and the types it leads to. */
function formatSkjema(navnerom: string, rot: string, rottype: string, typer: Modelltyper): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="${navnerom}" targetNamespace="${navnerom}" elementFormDefault="qualified">`,
    `<xs:element name="${rot}" type="${rottype}"/>`,
    createSiffertype('elleve', 11),
    createSiffertype('fire', 4),
    ...Object.entries(typer).map(([navn, felter]) => formatType(navn, felter)),
    '</xs:schema>',
    '',
  ].join('\n');
}

/** The schema of the person document as text. */
export function formatXsd(): string {
  const medMetadata = Object.entries(MED_METADATA).map(([navn, felter]) => [navn, `${METADATA} ${felter}`]);
  return formatSkjema(NAVNEROM_PERSON, 'folkeregisterperson', 'Folkeregisterperson', {
    Folkeregisterperson: FOLKEREGISTERPERSON,
    ...Object.fromEntries(medMetadata),
    ...UTEN_METADATA,
  });
}

/** The schema of the document of a hendelse. */
export function formatHendelseXsd(): string {
  return formatSkjema(NAVNEROM_HENDELSE, 'dokumentForHendelse', 'DokumentForHendelse', HENDELSESDOKUMENT);
}

/** The schema of what an entry of the feed holds. */
export function formatFeedXsd(): string {
  return formatSkjema(NAVNEROM_HENDELSE, 'lagretHendelse', 'LagretHendelse', FEEDINNSLAG);
}
