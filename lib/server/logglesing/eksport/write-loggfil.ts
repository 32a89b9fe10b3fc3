/** Rows of the log as lines of a file. Persons stand as keyed references; a cell that a program could run is none. */
import 'server-only';
import { z } from 'zod';
import { BOM, toCsvLinje } from '#lib/domain/bulk/csv.ts';
import type { Loggformat } from '#lib/domain/revisjonslogg/eksport.ts';
import type { Loggrad } from '#lib/server/logglesing/eksport/list-rader.ts';
import { toCef } from '#lib/server/revisjonslogg/eksport/cef.ts';

/** The words of the log itself, whatever language the reader has: another program reads them. */
const HODE = [
  'tidspunkt',
  'slag',
  'handling',
  'bruker',
  'enhet',
  'formaal',
  'saksreferanse',
  'pakke',
  'utfall',
  'antall',
  'deler',
  'felter',
  'antallPersoner',
  'personreferanser',
  'handlingId',
  'kallId',
  'radId',
  'blad',
];
/** Persons in one line; of more the number is told. */
const MAKS_SUBJEKTER = 20;

const Innhold = z.object({
  deler: z.array(z.string()).default([]),
  felter: z.array(z.string()).default([]),
  antall: z.number().nullable().default(null),
});

function toCsv({ rad, blad }: Loggrad): string {
  const [, tidspunkt, , radId, handlingId, kallId, slag, handling, bruker] = rad;
  const [enhet, , formaal, sak, pakke, utfall, innholdtekst] = rad.slice(10, 17);
  const subjekter = rad[19];
  const { deler, felter, antall } = Innhold.parse(JSON.parse(String(innholdtekst)));

  return toCsvLinje(
    [
      tidspunkt,
      slag,
      handling,
      bruker,
      enhet,
      formaal,
      sak,
      pakke,
      utfall,
      antall,
      deler.join(' '),
      felter.join(' '),
      subjekter.length,
      subjekter.slice(0, MAKS_SUBJEKTER).join(' '),
      handlingId,
      kallId,
      radId,
      blad,
    ].map((celle) => String(celle ?? '')),
  );
}

/** @param versjon of the portal */
export function writeLinje(format: Loggformat, rad: Loggrad, versjon: string): string {
  return format === 'csv' ? toCsv(rad) : `${toCef(rad.rad, rad.blad, versjon)}\n`;
}

export const writeHode = (format: Loggformat): string => (format === 'csv' ? BOM + toCsvLinje(HODE) : '');

export const toLoggmedietype = (format: Loggformat): string =>
  format === 'csv' ? 'text/csv;charset=utf-8' : 'text/plain;charset=utf-8';
