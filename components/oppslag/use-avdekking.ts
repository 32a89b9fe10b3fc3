/**
 * The fortrolig addresses while they stand on the screen: in this component's memory and nowhere else, and gone when the
 * time is over, when the window is hidden, before a print, and with the page (product.md section 5).
 */
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { postAvdekking } from '#lib/client/avdekking.ts';
import type { AvdekkingRequest } from '#lib/domain/avdekking/avdekking.ts';
import type { PersonView, Seksjon } from '#lib/domain/person/person-view.ts';

type Avdekket = { seksjoner: Seksjon[]; skjules: string };

/** What can be uncovered: the places of a fortrolig person, or single addresses (klientadresse) of anybody. */
export type Skjerming = 'fortrolig' | 'enkeltadresser';

/** What of the person is withheld and could be shown; null for nothing, and always for strengt fortrolig. */
export function findSkjerming({ bannere, seksjoner }: PersonView): Skjerming | null {
  const harBanner = (slag: string) => bannere.some(({ banner }) => banner === slag);
  const harSkjermet = seksjoner.some(({ gjeldende, historikk }) =>
    [...gjeldende, ...historikk].some(({ skjermet }) => skjermet),
  );
  if (!harSkjermet || harBanner('strengtFortrolig')) return null;

  return harBanner('fortrolig') ? 'fortrolig' : 'enkeltadresser';
}

/** The person with the shown sections in the place of the withheld ones. */
function addAvdekket(person: PersonView, avdekket: readonly Seksjon[]): PersonView {
  const nye = new Map(avdekket.map((seksjon) => [seksjon.egenskap, seksjon]));

  return { ...person, seksjoner: person.seksjoner.map((seksjon) => nye.get(seksjon.egenskap) ?? seksjon) };
}

/** `person` is what is to be shown now; `skjules` is null while nothing is uncovered. */
export function useAvdekking(oppslagId: string, person: PersonView) {
  const [avdekket, setAvdekket] = useState<Avdekket | null>(null);
  const skjul = () => setAvdekket(null);
  const avdekk = useMutation({
    mutationFn: (request: AvdekkingRequest) => postAvdekking(oppslagId, request),
    // The answer must not outlive the screen in a cache.
    gcTime: 0,
    onSuccess: (result) => {
      if (result.utfall === 'avdekket') setAvdekket(result);
    },
  });
  // An effect, since the clock, the window and the printer are outside React.
  useEffect(() => {
    if (avdekket === null) return;
    const cover = () => setAvdekket(null);
    // The browser takes its picture of the page when the listeners have run: it must have changed by then.
    const coverNow = () => flushSync(cover);
    const coverWhenHidden = () => document.visibilityState === 'hidden' && cover();
    const timer = setTimeout(cover, Math.max(0, Date.parse(avdekket.skjules) - Date.now()));
    document.addEventListener('visibilitychange', coverWhenHidden);
    window.addEventListener('beforeprint', coverNow);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', coverWhenHidden);
      window.removeEventListener('beforeprint', coverNow);
    };
  }, [avdekket]);

  return {
    person: avdekket === null ? person : addAvdekket(person, avdekket.seksjoner),
    skjules: avdekket?.skjules ?? null,
    avdekk,
    skjul,
  };
}
