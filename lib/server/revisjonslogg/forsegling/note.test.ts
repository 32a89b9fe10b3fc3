/** Signed notes against the example that the format's first implementation publishes, and against changes of a byte. */
import { expect, test } from 'vitest';
import {
  createSigneringsnoekkel,
  openNote,
  parseKontrollnoekkel,
  parseSigneringsnoekkel,
  signNote,
  UgyldigNoekkel,
} from './note.ts';

const PRIVATE = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const PUBLIC = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const NOTE = `${TEXT}
— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;

test('a published note is made byte for byte, and opened with the published key', () => {
  const signer = parseSigneringsnoekkel(PRIVATE);
  expect(signer.kontrolltekst).toBe(PUBLIC);
  expect(signNote(TEXT, signer)).toBe(NOTE);
  expect(openNote(NOTE, [parseKontrollnoekkel(PUBLIC)])).toBe(TEXT);
});

test('a note with any other byte, or of another key, does not open', () => {
  const mine = [parseKontrollnoekkel(PUBLIC)];
  for (let at = 0; at < NOTE.length; at += 1) {
    const changed = `${NOTE.slice(0, at)}${NOTE[at] === 'x' ? 'y' : 'x'}${NOTE.slice(at + 1)}`;
    const opened = openNote(changed, mine);
    // The bits that base64 has too many at its end say nothing; the text is the same.
    expect(opened === null || opened === TEXT, `byte ${at}`).toBe(true);
    if (at < TEXT.length) expect(opened).toBeNull();
  }
  const other = parseSigneringsnoekkel(createSigneringsnoekkel('PeterNeumann'));
  expect(openNote(signNote(TEXT, other), mine)).toBeNull();
  expect(openNote(signNote(TEXT, other), [other.kontroll, ...mine])).toBe(TEXT);
  expect(openNote(TEXT, mine)).toBeNull();
});

test('a new key signs what its text for others opens', () => {
  const signer = parseSigneringsnoekkel(createSigneringsnoekkel('folkeregisterportalen/prove'));
  expect(openNote(signNote('a\n', signer), [parseKontrollnoekkel(signer.kontrolltekst)])).toBe('a\n');
});

test('a key that is not one is refused, and not quoted', () => {
  const broken = [
    '',
    PRIVATE.slice(0, -2),
    PUBLIC,
    PRIVATE.replace('c74f20a3', 'c74f20a4'),
    'PRIVATE+KEY+a b+c+d',
  ];
  for (const text of broken) {
    expect(() => parseSigneringsnoekkel(text)).toThrow(UgyldigNoekkel);
  }
  expect(() => parseKontrollnoekkel(PUBLIC.replace('c74f20a3', 'c74f20a4'))).toThrow(UgyldigNoekkel);
  expect(() => parseSigneringsnoekkel(PRIVATE.replace('c74f20a3', 'c74f20a4'))).not.toThrow(/AYEK/);
});
