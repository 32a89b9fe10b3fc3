/**
 * Holds the texts to the language rules of product.md section 9 and to a form that can be shown. That a text exists for
 * every key in use is held by the compiler, and that the languages agree by `spraak.test.ts`.
 */
import { expect, test } from 'vitest';
import { BEGRUNNELSEFEIL } from '#lib/domain/avdekking/begrunnelse.ts';
import { RADDOMMER } from '#lib/domain/bulk/liste.ts';
import { FEIL } from '#lib/domain/feil.ts';
import { KRITERIEFEIL } from '#lib/domain/oppslag/kriterier.ts';
import { AVVIST_GRUNNER, KILDEFEIL } from '#lib/domain/oppslag/oppslag.ts';
import { SOEKEFEIL } from '#lib/domain/soek/soekekriterier.ts';
import { FORSIKTIGHETER, KONFLIKTKODER, RAADKODER } from '#lib/domain/uttrekk/forhaandskontroll.ts';
import { MOTORFEIL, type Motormerknad } from '#lib/domain/uttrekk/merknad.ts';
import type { Portalmerknad } from '#lib/domain/uttrekk/portalmerknad.ts';
import { GODKJENNINGSGRUNNER } from '#lib/domain/uttrekk/uttrekk.ts';
import { en } from '#messages/en.ts';
import { messages } from '#messages/messages.ts';
import { nn } from '#messages/nn.ts';
import { listTekster } from '#messages/test-tekster.ts';

const spraakene = Object.entries({ nb: messages, nn, en }).map(([spraak, alle]) => ({
  spraak,
  tekster: listTekster(alle),
}));

/** The two forms of ICU that the texts use: a value by name, and a choice of number that has `other`. */
const VERDI = /\{\w+\}/g;
const FLERTALL = /\{\w+, plural,(?: =?\w+ \{[^{}]+\})* other \{[^{}]+\}\}/g;

test.each(spraakene)(
  '$spraak: every text is one that can be shown: filled, and with nothing that the formatter would stumble on',
  ({ tekster }) => {
    expect(tekster.length).toBeGreaterThan(400);
    for (const { sti, tekst } of tekster) {
      expect(tekst.trim(), sti).not.toBe('');
      expect(tekst.replace(FLERTALL, '').replace(VERDI, ''), sti).not.toMatch(/[{}<>']/);
    }
  },
);

test.each(spraakene)(
  '$spraak: no text begs, and none has a space at its ends or two in a row',
  ({ tekster }) => {
    for (const { sti, tekst } of tekster) {
      expect(tekst, sti).not.toMatch(
        /vennligst|venlegst|ver venleg|vær så|\bplease\b|\bkindly\b|^\s|\s$|\s\s/i,
      );
    }
  },
);

test.each(spraakene)('$spraak: headings have no full stop', ({ tekster }) => {
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
    'gjenbruktBegrunnelse',
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

test('every code of an uttrekk has a text', () => {
  const { merknad, feil, konflikt, raad, forsiktighet, godkjenningsgrunn, begrunnelsefeil } =
    messages.uttrekk;
  // The lines of the log are types only: the compiler names what is missing.
  const linjer: Record<Motormerknad['kode'] | Portalmerknad['kode'], string> = merknad;
  expect(Object.keys(linjer).length).toBeGreaterThan(25);
  expect(Object.keys(feil).sort()).toEqual([...MOTORFEIL, 'ukjentGrunn'].sort());
  expect(Object.keys(konflikt).sort()).toEqual([...KONFLIKTKODER].sort());
  expect(Object.keys(raad).sort()).toEqual([...RAADKODER].sort());
  expect(Object.keys(forsiktighet).sort()).toEqual([...FORSIKTIGHETER].sort());
  expect(Object.keys(godkjenningsgrunn).sort()).toEqual([...GODKJENNINGSGRUNNER].sort());
  expect(Object.keys(begrunnelsefeil).sort()).toEqual([...BEGRUNNELSEFEIL].sort());
});
