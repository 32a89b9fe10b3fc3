/** P-09: what is told of each person of a breach. */
import { expect, test } from 'vitest';
import { addVisning, type Beroerte, formatBruddliste } from './beroert.ts';

test('a person is one line, with the first and the last time, each act once, and certain if one act was', () => {
  const beroerte: Beroerte = new Map();
  const visning = (dag: number, handlingId: string, sikker: boolean, opplysninger: string[]) => ({
    tidspunkt: `2026-11-0${dag}T08:00:00.000Z`,
    handlingId,
    sikker,
    opplysninger,
  });
  addVisning(beroerte, 'b2', visning(3, 'x', false, ['navn']));
  addVisning(beroerte, 'a1', visning(2, 'x', false, ['navn', 'kjoenn']));
  addVisning(beroerte, 'a1', visning(4, 'y', true, ['navn']));
  addVisning(beroerte, 'a1', visning(1, 'y', false, ['bostedsadresse']));
  addVisning(beroerte, 'c3', visning(1, 'z', true, []));
  const liste = formatBruddliste(beroerte, new Map([['a1', '12838442208']]));
  expect(liste.split('\n')).toEqual([
    'nummer;referanse;utfall;foerste;siste;handlinger;opplysninger',
    '12838442208;a1;vist;2026-11-01T08:00:00.000Z;2026-11-04T08:00:00.000Z;2;bostedsadresse kjoenn navn',
    ';c3;vist;2026-11-01T08:00:00.000Z;2026-11-01T08:00:00.000Z;1;',
    ';b2;uavklart;2026-11-03T08:00:00.000Z;2026-11-03T08:00:00.000Z;1;navn',
    '',
  ]);
});
