/** What the user has asked for is said before what the worker has got to, but only while there is work to stop. */
import { expect, test } from 'vitest';
import { findVisningstilstand } from '#components/uttrekk/visningstilstand.ts';
import { I_ARBEID, TILSTANDER } from '#lib/domain/uttrekk/tilstand.ts';

test('a pause and a cancelling are states to the user while the work is under way, and never after', () => {
  for (const tilstand of TILSTANDER) {
    const iArbeid = I_ARBEID.includes(tilstand);
    expect(findVisningstilstand({ tilstand, oenske: 'kjoer' })).toBe(tilstand);
    expect(findVisningstilstand({ tilstand, oenske: 'pause' })).toBe(iArbeid ? 'pauset' : tilstand);
    expect(findVisningstilstand({ tilstand, oenske: 'avbryt' })).toBe(iArbeid ? 'avbrytes' : tilstand);
  }
});
