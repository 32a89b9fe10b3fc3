/**
 * A row of the log as one line of CEF, for the organisation's own monitoring (security.md 7.11). Persons stand as the
 * same keyed references as in the log and never by number. Everything that a user wrote is escaped: a line is one event,
 * whatever stands in a case number.
 */
import 'server-only';
import { z } from 'zod';
import type { Radform } from '#lib/server/revisjonslogg/forsegling/radform.ts';

const REFUSED = new Set(['DENIED', 'FAILED', 'UNRESOLVED']);
const VERDICT: Record<string, string> = { DISCLOSED: 'Permit', DENIED: 'Deny' };
/** Persons in one line; of more the number is told. */
const MAX_SUBJEKTER = 20;

const Innhold = z.object({ deler: z.array(z.string()).default([]), felter: z.array(z.string()).default([]) });

// What ends a line anywhere, or steers a terminal, becomes a space: CEF has an escape for two of them only.
const CONTROL = /(?![\r\n])[\p{Cc}\u2028\u2029]/gu;

const escapeHeader = (text: string): string =>
  text
    .replace(/[\r\n]/g, ' ')
    .replace(CONTROL, ' ')
    .replace(/[\\|]/g, '\\$&');
const escapeValue = (text: string): string =>
  text.replace(CONTROL, ' ').replace(/[\\=]/g, '\\$&').replace(/\r/g, '\\r').replace(/\n/g, '\\n');

/** Values in the order of CEF's own names; what is null is left out. */
function showExtension(values: Record<string, string | number | null>): string {
  return Object.entries(values)
    .flatMap(([name, value]) => (value === null ? [] : [`${name}=${escapeValue(String(value))}`]))
    .join(' ');
}

function toCustom(number: number, label: string, value: string | null): Record<string, string | null> {
  return value === null ? {} : { [`cs${number}Label`]: label, [`cs${number}`]: value };
}

/**
 * @param indeks the row's leaf, null for one that is not sealed yet: with `externalId` (the row) it is what a receiver tells repeats by
 * @param versjon of the portal
 */
export function toCef(rad: Radform, indeks: number | null, versjon: string): string {
  const [
    ,
    tidspunkt,
    ,
    radId,
    handlingId,
    kallId,
    slag,
    handling,
    bruker,
    ,
    enhet,
    ,
    formaal,
    sak,
    pakke,
    utfall,
    innhold,
  ] = rad;
  const subjekter = rad[19];
  const { deler, felter } = Innhold.parse(JSON.parse(innhold));
  const header = ['Folkeregisterportalen', 'portal', versjon, `${handling}:${slag}`, formaal ?? handling];
  const decision = VERDICT[slag] ?? null;

  return `CEF:0|${header.map(escapeHeader).join('|')}|${REFUSED.has(slag) ? 6 : 3}|${showExtension({
    end: Date.parse(tidspunkt),
    externalId: radId,
    suid: bruker,
    sproc: handlingId,
    dproc: kallId,
    act: handling,
    outcome: utfall,
    ...(decision ? { flexString1Label: 'Decision', flexString1: decision } : {}),
    ...toCustom(1, 'formaal', formaal),
    ...toCustom(2, 'saksreferanse', sak),
    ...toCustom(3, 'enhet', enhet),
    ...toCustom(4, 'bladindeks', indeks === null ? null : String(indeks)),
    ...toCustom(5, 'pakke', pakke),
    ...toCustom(6, 'subjekter', subjekter.length > 0 ? subjekter.slice(0, MAX_SUBJEKTER).join(',') : null),
    cn1Label: 'antallSubjekter',
    cn1: subjekter.length,
    cn2Label: 'antallDeler',
    cn2: deler.length,
    cn3Label: 'antallFelter',
    cn3: felter.length,
  })}`;
}
