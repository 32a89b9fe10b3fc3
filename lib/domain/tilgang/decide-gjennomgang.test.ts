/** Who answers for a right: every role, right, unit and relation. */
import { expect, test } from 'vitest';
import { ROLLER } from '#lib/domain/session/session.ts';
import { canSvare } from './decide-gjennomgang.ts';
import { RETTIGHETER } from './rettighet.ts';

test('an administrator for all, a leder for her own unit and not for those who govern, nobody for herself', () => {
  let ja = 0;
  for (const rolle of ROLLER)
    for (const rettighet of RETTIGHETER)
      for (const enhet of ['Nord', 'Soer', null])
        for (const brukerId of ['jeg', 'hun']) {
          const kan = canSvare(
            { brukerId: 'jeg', roller: [rolle], enhet: 'Nord' },
            { brukerId, enhet, rettighet },
          );
          const styrer = rettighet === 'rolle:administrator' || rettighet === 'rolle:personvernombud';
          const ventet =
            brukerId === 'hun' &&
            (rolle === 'administrator' || (rolle === 'leder' && enhet === 'Nord' && !styrer));
          expect(kan, `${rolle} ${rettighet} ${enhet} ${brukerId}`).toBe(ventet);
          ja += Number(kan);
        }
  expect(ja).toBe(RETTIGHETER.length * 3 + RETTIGHETER.length - 2);
});

test('two users without a unit are not in the same one', () => {
  const linje = { brukerId: 'hun', enhet: null, rettighet: 'pakke:eid' } as const;
  expect(canSvare({ brukerId: 'jeg', roller: ['leder'], enhet: null }, linje)).toBe(false);
});
