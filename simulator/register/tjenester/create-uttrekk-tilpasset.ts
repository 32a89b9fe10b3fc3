/**
 * `uttrekk/tilpasset`: a job with the numbers of everybody who fits the criteria when it is ordered (freg-contract.md
 * section 1.2 no 14). What happens to them later changes no batch. The body is JSON only; the answer is not.
 * Assumptions: a body of another type than it says is 400; without Content-Type it is read as JSON.
 */
import { getSynlighet } from '../../kontrakt/synlighet.ts';
import { parseUttrekk } from '../../kontrakt/uttrekk.ts';
import { createPersonmengde } from '../../uttrekk/personmengde.ts';
import type { Svar } from '../svar.ts';
import type { Tjenestekall } from '../tjenestekall.ts';
import { startJobb, toJobbfeil } from '../uttrekkssvar.ts';

export function createUttrekkTilpasset(kall: Tjenestekall): Svar {
  const { befolkning, hendelser, uttrekk, pakke, innstillinger, headere } = kall;
  if (headere['content-type'] !== undefined && kall.kroppformat !== 'json')
    return toJobbfeil(400, 'Innholdet må være JSON');
  const kriterier = parseUttrekk(kall.kropp);
  if ('ugyldig' in kriterier) return toJobbfeil(400, kriterier.ugyldig);
  const serVernede = getSynlighet(pakke, innstillinger).harHjemmel;
  return startJobb(kall, () => {
    hendelser.siste();
    const personer = createPersonmengde(
      befolkning.listUttrekk({ ...kriterier, serVernede }),
      befolkning.antall,
      uttrekk.innstillinger.batchTilpasset,
    );
    return {
      antallBatcher: personer.antallBatcher,
      listBatch: (nr) => ({ foedselsEllerDNummer: personer.listBatch(nr).map(befolkning.getNummer) }),
    };
  });
}
