/** whom an answer of KRR is about is read from its number, and one about somebody else is none. */
import { expect, test } from 'vitest';
import { findPost } from './find-post.ts';

const [HENNE, EN_ANNEN] = ['12838442208', '05918242513'] as const;
const post = (personidentifikator: string) => ({ personidentifikator, status: 'AKTIV' });

test('the one with her number, wherever she stands', () => {
  const personer = [post(EN_ANNEN), null, 'tekst', post(HENNE)];
  expect(findPost({ personer }, HENNE)).toEqual({ kind: 'post', post: post(HENNE) });
});

test('an answer about others alone is no answer, and nothing of it is kept', () => {
  const svar = findPost({ personer: [post(EN_ANNEN)] }, HENNE);
  expect(svar).toEqual({ kind: 'ugyldigSvar', grunn: 'feilPerson' });
});

test('an empty answer is that she is not in KRR', () => {
  expect(findPost({ personer: [] }, HENNE)).toMatchObject({
    kind: 'post',
    post: { status: 'IKKE_REGISTRERT' },
  });
});

test.each([null, [], {}, { personer: null }, { personer: {} }, 'tekst'])('%j is no answer', (verdi) => {
  expect(findPost(verdi, HENNE)).toEqual({ kind: 'ugyldigSvar', grunn: 'ikkeJson' });
});
