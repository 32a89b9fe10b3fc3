/**
 * Holds the texts to the language rules of product.md section 9 and to a form that can be shown. That a text exists for
 * every key in use is held by the compiler.
 */
import { expect, test } from 'vitest';
import { BEGRUNNELSEFEIL } from '#lib/domain/avdekking/avdekking.ts';
import { RADDOMMER } from '#lib/domain/bulk/liste.ts';
import { FEIL } from '#lib/domain/feil.ts';
import { KRITERIEFEIL } from '#lib/domain/oppslag/kriterier.ts';
import { AVVIST_GRUNNER, KILDEFEIL } from '#lib/domain/oppslag/oppslag.ts';
import { SOEKEFEIL } from '#lib/domain/soek/soekekriterier.ts';
import { messages } from '#messages/messages.ts';

type Tekst = { sti: string; tekst: string };

function listTekster(node: object, foran: string[] = []): Tekst[] {
  return Object.entries(node).flatMap(([navn, verdi]: [string, unknown]) => {
    const sti = [...foran, navn];
    if (typeof verdi === 'string') return [{ sti: sti.join('.'), tekst: verdi }];
    return typeof verdi === 'object' && verdi !== null ? listTekster(verdi, sti) : [];
  });
}

const tekster = listTekster(messages);

/** The two forms of ICU that the texts use: a value by name, and a choice of number that has `other`. */
const VERDI = /\{\w+\}/g;
const FLERTALL = /\{\w+, plural,(?: =?\w+ \{[^{}]+\})* other \{[^{}]+\}\}/g;

test('every text is one that can be shown: filled, and with nothing that the formatter would stumble on', () => {
  expect(tekster.length).toBeGreaterThan(400);
  for (const { sti, tekst } of tekster) {
    expect(tekst.trim(), sti).not.toBe('');
    expect(tekst.replace(FLERTALL, '').replace(VERDI, ''), sti).not.toMatch(/[{}<>']/);
  }
});

test('no text begs, and none has a space at its ends or two in a row', () => {
  for (const { sti, tekst } of tekster) {
    expect(tekst, sti).not.toMatch(/vennligst|^\s|\s$|\s\s/i);
  }
});

test('headings have no full stop', () => {
  const overskrifter = tekster.filter(({ sti }) => /(^|\.)\w*[tT]ittel$/.test(sti));
  expect(overskrifter.length).toBeGreaterThan(15);
  for (const { sti, tekst } of overskrifter) expect(tekst, sti).not.toMatch(/\.$/);
});

test('every way an oppslag can end has a word in the revisjonslogg, and a text of its own where it was refused or failed', () => {
  const { utfall } = messages.revisjonslogg;
  for (const ord of [
    ...AVVIST_GRUNNER,
    ...KILDEFEIL,
    'funnet',
    'ingenEntydigTreff',
    'treff',
    'ingenTreff',
    'forMange',
    'rader',
    'avdekket',
    'kanIkkeAvdekkes',
    'manglerSkjermingsrett',
    'vist',
    'uavklart',
    'internFeil',
  ]) {
    expect(Object.keys(utfall)).toContain(ord);
  }
  expect(Object.keys(messages.oppslag.avvist).sort()).toEqual([...AVVIST_GRUNNER].sort());
  expect(Object.keys(messages.oppslag.feil).sort()).toEqual([...KILDEFEIL].sort());
});

test('every fault of ours and every fault in a criterion has a text', () => {
  expect(Object.keys(messages.avdekking.begrunnelsefeil).sort()).toEqual([...BEGRUNNELSEFEIL].sort());
  for (const kode of Object.keys(FEIL)) expect(Object.keys(messages.feil)).toContain(kode);
  expect(Object.keys(messages.oppslag.kriteriefeil).sort()).toEqual([...KRITERIEFEIL].sort());
  expect(Object.keys(messages.soek.kriteriefeil).sort()).toEqual([...SOEKEFEIL].sort());
  expect(Object.keys(messages.bulk.dom).sort()).toEqual([...RADDOMMER].sort());
});
