/** After everything that the simulator can let happen to people, searches find them as they are now. */
import { expect, test } from 'vitest';
import { createLevendeBefolkning } from '../../hendelser/create-levende-befolkning.ts';
import { isSoektreff, isUttrekkstreff } from './proeve/dokumentsoek.ts';
import { createLykke, toSoek, toUttrekk } from './proeve/tilfeldige-soek.ts';

const ANTALL = 1000;
const ANTALL_SOEK = 100;

test('hendelser of every kind, annulled ones and a kommunereform too, change what searches find', async () => {
  const { befolkning, hendelser } = await createLevendeBefolkning({
    froe: 9,
    antall: ANTALL,
    klokke: { naa: () => Date.parse('2026-11-21T12:00:00Z') },
    perMinutt: 0,
    vedStart: 3000,
  });
  expect(await hendelser.utloesKommunereform()).toBe(true);
  const dokumenter = Array.from({ length: ANTALL }, (_, person) => befolkning.getDokument(person));
  const endrede = new Set(hendelser.logg.list(0, 10_000).map(({ person }) => person));
  expect(endrede.size).toBeGreaterThan(ANTALL / 3);
  const lykke = createLykke(4);
  let treff = 0;
  for (let nr = 0; nr < ANTALL_SOEK; nr++) {
    const dokument = dokumenter[[...endrede][(nr * 31) % endrede.size] ?? 0] ?? {};
    const kriterier = toSoek(dokument, lykke);
    const riktige = dokumenter.flatMap((d, person) => (isSoektreff(d, kriterier) ? [person] : []));
    expect(befolkning.listSoek(kriterier, ANTALL), JSON.stringify(kriterier)).toEqual(riktige);
    const utvalg = toUttrekk(dokument, lykke);
    const valgte = [...befolkning.listUttrekk(utvalg)].sort((a, b) => a - b);
    expect(valgte, JSON.stringify(utvalg)).toEqual(
      dokumenter.flatMap((d, person) => (isUttrekkstreff(d, utvalg) ? [person] : [])),
    );
    treff += riktige.length;
  }
  expect(treff).toBeGreaterThan(ANTALL_SOEK);
});
