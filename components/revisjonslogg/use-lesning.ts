/**
 * One reading of the revisjonslogg after another: what is filled in, what was asked, and which page is on the screen.
 * Rule: a page that was fetched is shown again from memory, and only what the reader asks for is an act.
 */
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type Filterfelt,
  parseFilter,
  TOMT_FILTER,
  type UtfyltFilter,
} from '#components/revisjonslogg/filter.ts';
import { useSider } from '#components/revisjonslogg/use-sider.ts';
import { createMinne } from '#lib/client/minne.ts';
import { listRevisjonsloggOptions } from '#lib/client/revisjonslogg.ts';
import type { RevisjonsloggFilter } from '#lib/domain/revisjonslogg/revisjonslogg.ts';

const minne = createMinne<UtfyltFilter>('revisjonslogg');
/** Whom was asked about is asked anew each time. */
const withoutPerson = (utfylt: UtfyltFilter): UtfyltFilter => ({
  ...utfylt,
  personidentifikator: '',
  begrunnelse: '',
});

type Lesning = { filter: RevisjonsloggFilter; utfylt: UtfyltFilter; nummer: number };

/** @param onTrengerBegrunnelse called when a filter was taken away from a search for a person, which needs a new reason */
export function useLesning(onTrengerBegrunnelse: () => void) {
  const client = useQueryClient();
  const [naa] = useState(() => new Date());
  const [utfylt, setUtfylt] = useState(() => minne.find(client) ?? TOMT_FILTER);
  const [lesning, setLesning] = useState<Lesning>(() => ({
    filter: parseFilter(utfylt, naa).filter,
    utfylt,
    nummer: 0,
  }));
  const [forsoek, setForsoek] = useState(0);
  const svar = useInfiniteQuery(listRevisjonsloggOptions(lesning.filter, lesning.nummer));
  const sider = (svar.data?.pages ?? []).flatMap((en) => (en.utfall === 'vist' ? [en] : []));
  const blaing = useSider(sider, svar);

  function start(ny: UtfyltFilter) {
    const { filter, feil } = parseFilter(ny, naa);
    setUtfylt(ny);
    setForsoek(forsoek + 1);
    if (feil.length > 0) return;
    minne.keep(client, withoutPerson(ny));
    blaing.reset();
    setLesning({ filter, utfylt: ny, nummer: lesning.nummer + 1 });
  }

  return {
    naa,
    utfylt,
    setUtfylt,
    forsoek,
    svar,
    lest: lesning.utfylt,
    filter: lesning.filter,
    blaing,
    /** The server knows the reason from before, and it has not been changed since. */
    erGjenbrukt:
      svar.data?.pages[0]?.utfall === 'gjenbruktBegrunnelse' &&
      lesning.filter.begrunnelse === utfylt.begrunnelse.trim(),
    start,
    fjern(felt: Filterfelt) {
      const ny = { ...lesning.utfylt, [felt]: '', begrunnelse: '' };
      if (ny.personidentifikator === '' || felt === 'personidentifikator') return start(ny);
      setUtfylt(ny);
      onTrengerBegrunnelse();
    },
  };
}
