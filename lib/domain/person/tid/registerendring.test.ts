/** Upkeep copies are folded, nothing else is, and every entry stands in exactly one place. */
import { expect, test } from 'vitest';
import type { Oppfoering, Seksjon } from '../person-view.ts';
import { createDokument } from '../test-dokument.ts';
import { type FoldetSeksjon, foldRegisterendringer } from './registerendring.ts';
import { createBosted, REFORM, toSeksjoner } from './test-seksjoner.ts';

function foldBosted(bostedsadresse: object[]): FoldetSeksjon {
  const seksjon = toSeksjoner({ bostedsadresse }).find(({ egenskap }) => egenskap === 'bostedsadresse');
  return foldRegisterendringer(seksjon ?? { gjeldende: [], historikk: [] });
}

const antall = ({ gjeldende, historikk }: FoldetSeksjon) =>
  [gjeldende, historikk].map((liste) => liste.map(({ registerendringer }) => registerendringer.length));

test('a kommunereform without a move is one entry with its copies under it, and the move before it is another', () => {
  expect(antall(foldBosted(REFORM.bostedsadresse))).toEqual([[2], [0]]);
});

test.each([
  ['another street', { gate: 'Nyveien' }],
  ['another moment', { dag: '2005-05-02' }],
  ['an end of its own', { ekstra: { opphoerstidspunkt: '2010-01-01T00:00:00Z' } }],
  ['no moment', { ekstra: { gyldighetstidspunkt: undefined } }],
])('an entry with %s is no copy', (_, endring) => {
  const naa = createBosted({ dag: '2005-05-01', kommune: '3201', ekstra: { erGjeldende: true } });
  const annen = createBosted({ dag: '2005-05-01', kommune: '3024', ...endring });
  expect(antall(foldBosted([naa, annen]))).toEqual([[0], [0]]);
});

test('the same moment in another offset is the same moment', () => {
  const ekstra = { gyldighetstidspunkt: '2005-04-30T23:00:00Z' };
  const naa = createBosted({ dag: '2005-05-01', kommune: '3201', ekstra: { erGjeldende: true } });
  const kopi = createBosted({ dag: '2005-05-01', kommune: '3024', ekstra });
  expect(antall(foldBosted([naa, kopi]))).toEqual([[1], []]);
});

test('two withheld entries are never copies of each other', () => {
  const skjult: Oppfoering = {
    gjeldende: false,
    felter: [],
    metadata: [],
    fra: null,
    til: null,
    skjermet: true,
  };
  expect(antall(foldRegisterendringer({ gjeldende: [], historikk: [skjult, skjult] }))).toEqual([[], [0, 0]]);
});

function listAlle({ gjeldende, historikk }: FoldetSeksjon): Oppfoering[] {
  return [...gjeldende, ...historikk].flatMap(({ oppfoering, registerendringer }) => [
    oppfoering,
    ...registerendringer,
  ]);
}

/** The section with a copy of each of its dated entries, as a reform would leave it. */
function withKopier(seksjon: Seksjon): Seksjon {
  const alle = [...seksjon.gjeldende, ...seksjon.historikk];
  const kopier = alle
    .filter(({ metadata }) => metadata.some(({ felt }) => felt === 'gyldighetstidspunkt'))
    .map((oppfoering) => ({
      ...oppfoering,
      gjeldende: false,
      felter: [
        ...oppfoering.felter.filter(({ felt }) => felt !== 'stemmekrets'),
        { felt: 'vegadresse.adressekode', verdi: { slag: 'tekst' as const, tekst: '06001' } },
      ],
    }));
  return { ...seksjon, historikk: [...seksjon.historikk, ...kopier] };
}

test('in 60 random documents every entry stands in one place, and a copy of each changes no count', () => {
  for (let froe = 1; froe <= 60; froe += 1) {
    for (const seksjon of toSeksjoner(createDokument(froe))) {
      const foldet = foldRegisterendringer(seksjon);
      const alle = [...seksjon.gjeldende, ...seksjon.historikk];
      expect(new Set(listAlle(foldet)), `seed ${froe}`).toEqual(new Set(alle));
      expect(listAlle(foldet)).toHaveLength(alle.length);
      const medKopier = withKopier(seksjon);
      const igjen = foldRegisterendringer(medKopier);
      expect(igjen.gjeldende.length + igjen.historikk.length, `seed ${froe}`).toBe(
        foldet.gjeldende.length + foldet.historikk.length,
      );
      expect(listAlle(igjen)).toHaveLength(medKopier.gjeldende.length + medKopier.historikk.length);
    }
  }
});
