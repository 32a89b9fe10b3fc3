/** Judgement of numbers. All numbers here are synthetic (month + 80) or have check digits that cannot be right. */
import { expect, test } from 'vitest';
import { isVirkelig, judgePersonidentifikator } from './personidentifikator.ts';

/** The same first nine digits with the check digits that make the remainders (r1, 0); null where k2 would be 10. */
function addKontrollsiffer(ni: string, r1: number): string | null {
  const rest = (tekst: string, vekter: number[]) =>
    vekter.reduce((sum, v, i) => sum + v * Number(tekst[i]), 0) % 11;
  const k1 = (11 + r1 - rest(ni, [3, 7, 6, 1, 8, 9, 4, 5, 2])) % 11;
  const k2 = (11 - rest(`${ni}${k1}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2])) % 11;
  return k1 === 10 || k2 === 10 ? null : `${ni}${k1}${k2}`;
}

test.each([
  ['30908299902', 'foedselsnummer', true],
  ['03851598730', 'foedselsnummer', false],
  ['41819077906', 'dNummer', true],
  ['41819077302', 'dNummer', false],
])("the register's published test number %s is a synthetic %s (2032 rule: %s)", (nummer, slag, regel2032) => {
  expect(judgePersonidentifikator(nummer)).toEqual({
    slag,
    gyldigeKontrollsiffer: true,
    syntetisk: true,
    regel2032,
  });
});

test('today and 2032 are told apart for a thousand numbers, and other remainders are wrong', () => {
  let antall = 0;
  for (let individ = 0; individ < 250; individ += 1) {
    const ni = `038515${String(individ).padStart(3, '0')}`;
    for (const r1 of [0, 1, 2, 3, 4, 7, 10]) {
      const nummer = addKontrollsiffer(ni, r1);
      if (nummer === null) continue;
      const dom = judgePersonidentifikator(nummer);
      expect(dom.gyldigeKontrollsiffer, nummer).toBe(r1 <= 3);
      expect(dom.regel2032, nummer).toBe(r1 >= 1 && r1 <= 3);
      antall += 1;
    }
  }
  expect(antall).toBeGreaterThan(1000);
});

test('one wrong digit among the check digits is noticed, and the kind is still told', () => {
  for (const nummer of ['03851598731', '03851598780', '41819077303']) {
    expect(judgePersonidentifikator(nummer).gyldigeKontrollsiffer).toBe(false);
  }
  expect(judgePersonidentifikator('41819077303').slag).toBe('dNummer');
});

test('a month as it is in ordinary numbers is not synthetic', () => {
  // The check digits belong to month 85: with month 05 they are wrong, so this is nobody's number.
  expect(judgePersonidentifikator('03051598730')).toEqual({
    slag: 'foedselsnummer',
    gyldigeKontrollsiffer: false,
    syntetisk: false,
    regel2032: false,
  });
});

test('29 February exists in 2000 and 2024 and not in 2001', () => {
  for (const [dato, slag] of [
    ['298200', 'foedselsnummer'],
    ['298224', 'foedselsnummer'],
    ['298201', 'ukjent'],
    ['308200', 'ukjent'],
    ['698200', 'dNummer'],
    ['698201', 'ukjent'],
  ]) {
    expect(judgePersonidentifikator(`${dato}73100`).slag, dato).toBe(slag);
  }
});

test.each([
  ['03451598730', 'month + 40 is both hjelpenummer and a test series of others'],
  ['43451598730', 'the same as a d-number'],
  ['03701598730', 'month + 65'],
  ['83851598730', 'FH-nummer'],
  ['00851598730', 'no day'],
  ['03801598730', 'no month'],
  ['03931598730', 'month 13'],
])('%s is of unknown kind: %s', (nummer) => {
  expect(judgePersonidentifikator(nummer)).toMatchObject({ slag: 'ukjent', syntetisk: false });
});

test('spaces, dots and invisible characters do not matter', () => {
  expect(judgePersonidentifikator(' 038515\u200b\u00a098730 ')).toEqual(
    judgePersonidentifikator('03851598730'),
  );
});

test.each(['', '0385159873', '038515987300', 'abcdefghijk', '٠٣٨٥١٥٩٨٧٣٠'])(
  '%j is not eleven digits and of unknown kind',
  (tekst) => {
    expect(judgePersonidentifikator(tekst)).toEqual({
      slag: 'ukjent',
      gyldigeKontrollsiffer: false,
      syntetisk: false,
      regel2032: false,
    });
  },
);

test('P-10: a number could be a living person’s only with right check digits in a series of the register’s own', () => {
  const virkelig = ['120384', '42277'].join('');
  expect([virkelig, '12838442208', '12038442291', '1203844229', ''].map(isVirkelig)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});
