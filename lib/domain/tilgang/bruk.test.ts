/** Which rights are unused: had for long, and no act that needs them since. */
import { expect, test } from 'vitest';
import { listUbrukte, type SistBrukt, UBRUKT_DAGER } from './bruk.ts';
import { RETTIGHETER, type Rettighet } from './rettighet.ts';

const NAA = new Date('2026-11-21T12:00:00Z');
const foer = (dager: number) => new Date(NAA.getTime() - dager * 86_400_000);
const LENGE = UBRUKT_DAGER + 1;

const unused = (rettigheter: readonly Rettighet[], bruk: SistBrukt[], siden = foer(400)) =>
  listUbrukte(
    rettigheter.map((rettighet) => ({ rettighet, siden })),
    bruk,
    NAA,
  );

test.each<[Rettighet, string, string]>([
  ['rolle:saksbehandler', 'OPPSLAG', 'finans'],
  ['rolle:saksbehandler', 'BULK', 'finans'],
  ['rolle:saksbehandler', 'HENDELSESLISTE', 'offentlig-med-hjemmel'],
  ['rolle:analytiker', 'UTTREKK', 'finans'],
  ['rolle:analytiker', 'NEDLASTING', 'finans'],
  ['rolle:leder', 'UTTREKK_GODKJENNING', 'finans'],
  ['rolle:administrator', 'TILGANG_GI', ''],
  ['rolle:personvernombud', 'LES_REVISJONSLOGG', ''],
  ['skjermingsrett:fortrolig', 'AVDEKKING', 'finans'],
  ['pakke:finans', 'SOEK', 'finans'],
])('%s is used by %s', (rettighet, handling, pakke) => {
  expect(unused([rettighet], [{ handling, pakke, dag: foer(1) }])).toEqual([]);
  expect(unused([rettighet], [{ handling, pakke, dag: foer(LENGE) }])).toEqual([rettighet]);
  expect(unused([rettighet], [{ handling: 'LOGOUT', pakke: 'eid', dag: foer(1) }])).toEqual([rettighet]);
});

test('every right but the one the log is silent of can be unused, and what the worker does for an order is nobody using the role', () => {
  expect(unused(RETTIGHETER, [])).toEqual(RETTIGHETER.filter((rettighet) => rettighet !== 'skjermede'));
  const bruk = [{ handling: 'UTTREKK_BATCH', pakke: 'finans', dag: foer(1) }];
  expect(unused(['rolle:analytiker', 'pakke:finans'], bruk)).toEqual(['rolle:analytiker']);
});

test('a right that is new is not unused yet', () => {
  expect(unused(['rolle:leder'], [], foer(UBRUKT_DAGER - 1))).toEqual([]);
  expect(unused(['rolle:leder'], [], foer(LENGE))).toEqual(['rolle:leder']);
});
