/**
 * Who may do what with an uttrekk: every set of roles x owner, given and stranger x every state and wish, by rules stated
 * here in words of their own (Z-02, Z-12, F-04).
 */
import { expect, test } from 'vitest';
import { ROLLER, type Rolle } from '#lib/domain/session/session.ts';
import { canSe, listValg } from './list-valg.ts';
import { I_ARBEID, isOvergang, OENSKER, TILSTANDER, type Tilstand } from './tilstand.ts';
import type { Uttrekksvalg } from './uttrekk.ts';

const ROLLESETT = Array.from({ length: 2 ** ROLLER.length }, (_, bits) =>
  ROLLER.filter((_rolle, i) => bits & (1 << i)),
);
const FORHOLD = ['eier', 'delt', 'fremmed'] as const;

type Tilfelle = {
  roller: readonly Rolle[];
  forhold: (typeof FORHOLD)[number];
  tilstand: Tilstand;
  oenske: (typeof OENSKER)[number];
  harPakken: boolean;
  erUtloept?: boolean;
};

function* alle(): Generator<Tilfelle> {
  for (const roller of ROLLESETT)
    for (const forhold of FORHOLD)
      for (const tilstand of TILSTANDER)
        for (const oenske of OENSKER)
          for (const harPakken of [true, false]) yield { roller, forhold, tilstand, oenske, harPakken };
}

function spoer({ roller, forhold, tilstand, oenske, harPakken, erUtloept = false }: Tilfelle) {
  const bruker = {
    brukerId: 'jeg',
    rettigheter: {
      roller: [...roller],
      pakker: harPakken ? ['finans' as const] : [],
      skjermingsrett: 'ingen' as const,
      skjermede: false,
    },
  };
  const uttrekk = {
    eierId: forhold === 'eier' ? 'jeg' : 'du',
    deltMed: forhold === 'delt' ? ['jeg'] : [],
    pakke: 'finans' as const,
    tilstand,
    oenske,
    erUtloept,
  };

  return { ser: canSe(bruker, uttrekk), valg: listValg(bruker, uttrekk) };
}

const avstand = (roller: readonly Rolle[]) =>
  !roller.includes('administrator') && !roller.includes('personvernombud');
const kan = (valg: Uttrekksvalg, tilfelle: Tilfelle) => spoer(tilfelle).valg.includes(valg);

test('there is a case for every combination', () => {
  expect([...alle()]).toHaveLength(32 * 3 * TILSTANDER.length * 3 * 2);
});

test('who may not see an uttrekk may do nothing with it', () => {
  for (const tilfelle of alle()) {
    const { ser, valg } = spoer(tilfelle);
    if (!ser) expect(valg).toEqual([]);
  }
});

test('a stranger sees nothing but what waits for her approval, and then only decides', () => {
  for (const tilfelle of alle()) {
    if (tilfelle.forhold !== 'fremmed') continue;
    const { roller, tilstand, harPakken } = tilfelle;
    const godkjenner =
      roller.includes('leder') && avstand(roller) && harPakken && tilstand === 'venterPaaGodkjenning';
    expect(spoer(tilfelle).valg).toEqual(godkjenner ? ['godkjenn', 'avslaa'] : []);
    expect(spoer(tilfelle).ser).toBe(godkjenner);
  }
});

test('who was given an uttrekk sees it while she is an analyst with its package, and once it was ordered', () => {
  for (const tilfelle of alle()) {
    const { roller, forhold, tilstand, harPakken } = tilfelle;
    if (forhold !== 'delt' || tilstand === 'venterPaaGodkjenning') continue;
    expect(spoer(tilfelle).ser, tilstand).toBe(
      roller.includes('analytiker') &&
        avstand(roller) &&
        harPakken &&
        tilstand !== 'utkast' &&
        tilstand !== 'avslaatt',
    );
  }
});

test('Z-12: nobody approves her own, whatever roles she has', () => {
  for (const tilfelle of alle())
    if (tilfelle.forhold === 'eier') {
      expect(kan('godkjenn', tilfelle)).toBe(false);
      expect(kan('avslaa', tilfelle)).toBe(false);
    }
});

test('Z-12: an administrator and a personvernombud see no uttrekk, also of their own making', () => {
  for (const tilfelle of alle()) if (!avstand(tilfelle.roller)) expect(spoer(tilfelle).ser).toBe(false);
});

test('F-04: only the owner and those she shares with, as analysts with the package, download, and only what is ready', () => {
  for (const tilfelle of alle()) {
    const { roller, forhold, tilstand, harPakken } = tilfelle;
    expect(kan('lastNed', tilfelle)).toBe(
      roller.includes('analytiker') &&
        avstand(roller) &&
        forhold !== 'fremmed' &&
        harPakken &&
        tilstand === 'klar',
    );
  }
});

test('when the time of its files is up there is nothing to fetch, compare or delete, and everything else is as it was', () => {
  for (const tilfelle of alle()) {
    const foer = spoer(tilfelle).valg;
    const etter = spoer({ ...tilfelle, erUtloept: true }).valg;
    expect(etter).toEqual(
      foer.filter((valg) => !['lastNed', 'slett', 'sammenlign', 'holdOppdatert'].includes(valg)),
    );
  }
});

test('an orderer with the package may have a finished one held up to date, and nobody anything else', () => {
  for (const tilfelle of alle()) {
    const { roller, forhold, tilstand, harPakken } = tilfelle;
    expect(kan('holdOppdatert', tilfelle)).toBe(
      roller.includes('analytiker') &&
        avstand(roller) &&
        forhold === 'eier' &&
        harPakken &&
        tilstand === 'klar',
    );
  }
});

test('what changes the uttrekk is its owner’s alone', () => {
  const eiers: Uttrekksvalg[] = [
    ...(['endre', 'bestill', 'pause', 'fortsett', 'avbryt', 'avklar', 'del', 'slett'] as const),
    'holdOppdatert',
  ];
  for (const tilfelle of alle())
    if (tilfelle.forhold !== 'eier')
      for (const valg of eiers) expect(kan(valg, tilfelle), `${valg} ${tilfelle.tilstand}`).toBe(false);
});

test('without the package nothing is ordered, resumed or fetched; work can still be stopped', () => {
  const henter: Uttrekksvalg[] = [
    ...(['bestill', 'fortsett', 'avklar', 'bestillPaaNytt', 'lastNed', 'sammenlign'] as const),
    'holdOppdatert',
  ];
  for (const tilfelle of alle()) {
    if (tilfelle.harPakken) continue;
    for (const valg of henter) expect(kan(valg, tilfelle), valg).toBe(false);
  }
  const iArbeid = {
    roller: ['analytiker' as const],
    forhold: 'eier' as const,
    oenske: 'kjoer' as const,
    harPakken: false,
  };
  for (const tilstand of I_ARBEID) expect(kan('avbryt', { ...iArbeid, tilstand })).toBe(true);
});

test('every move that the portal makes by a choice is in the table of states', () => {
  const MOVES: [Uttrekksvalg, (fra: Tilstand) => Tilstand | null][] = [
    ['bestill', () => 'iKoe'],
    ['bestill', () => 'venterPaaGodkjenning'],
    ['godkjenn', () => 'iKoe'],
    ['avslaa', () => 'avslaatt'],
    ['avklar', () => 'iKoe'],
    ['avklar', () => 'avbrutt'],
    ['avbryt', (fra) => (I_ARBEID.includes(fra) ? null : 'avbrutt')],
    ['fortsett', (fra) => (fra === 'feilet' ? 'iKoe' : null)],
    ['endre', (fra) => (fra === 'utkast' ? null : 'utkast')],
  ];
  for (const tilfelle of alle())
    for (const [valg, move] of MOVES) {
      const til = move(tilfelle.tilstand);
      if (til !== null && kan(valg, tilfelle))
        expect(isOvergang(tilfelle.tilstand, til), `${valg}: ${tilfelle.tilstand} til ${til}`).toBe(true);
    }
});

test('pause and go on follow the wish, and nothing is asked of what is being cancelled', () => {
  const grunn = { roller: ['analytiker' as const], forhold: 'eier' as const, harPakken: true };
  for (const tilstand of I_ARBEID) {
    expect(spoer({ ...grunn, tilstand, oenske: 'kjoer' }).valg).toEqual(
      expect.arrayContaining(['pause', 'avbryt']),
    );
    expect(spoer({ ...grunn, tilstand, oenske: 'pause' }).valg).toEqual(
      expect.arrayContaining(['fortsett', 'avbryt']),
    );
    for (const valg of ['pause', 'fortsett', 'avbryt'] as const)
      expect(kan(valg, { ...grunn, tilstand, oenske: 'avbryt' })).toBe(false);
  }
});
