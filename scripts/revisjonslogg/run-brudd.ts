/**
 * `brudd`: everybody affected by a breach of personal data security, as a file (GDPR art. 33 and 34, security.md P-09). It is
 * an act about each of them in the log, which is there before the file is.
 */
import { existsSync } from 'node:fs';
import { type Bruddutvalg, formatBruddliste } from '#lib/domain/brudd/beroert.ts';
import { listMuligeNumre } from '#lib/domain/brudd/list-mulige-numre.ts';
import { type Funnet, findBeroerte } from '#lib/server/brudd/find-beroerte.ts';
import { findNumre } from '#lib/server/brudd/find-numre.ts';
import { UkjentSesjon } from '#lib/server/brudd/list-bruddrader.ts';
import { writeBruddfil } from '#lib/server/brudd/write-bruddfil.ts';
import type { Revisjonsnoekler } from '#lib/server/revisjonslogg/noekler.ts';
import { Bruksfeil } from '../bruksfeil.ts';
import { withHandling, withInstallasjon } from './installasjon.ts';
import type { Valg } from './parse-valg.ts';

const ALLE = 0;
/** Somebody is missing from the list. */
const UFULLSTENDIG = 3;

type Bestilling = { fil: string; sak: string; utvalg: Bruddutvalg };

function parseBestilling({
  fil,
  sak,
  bruker = null,
  sesjon = null,
  uttrekk = null,
  fra = null,
  foer = null,
}: {
  [navn in keyof Valg]?: string | null;
}): Bestilling {
  if (!fil || !sak) throw new Bruksfeil('Oppgi filen med --fil og saken det gjelder med --sak.');
  if (existsSync(fil)) throw new Bruksfeil(`${fil} finnes allerede: oppgi en fil som ikke gjør det.`);
  if ([bruker, sesjon, uttrekk, fra].every((en) => en === null))
    throw new Bruksfeil('Oppgi hva bruddet gjelder: --bruker, --sesjon, --uttrekk eller --fra.');

  return { fil, sak, utvalg: { bruker, sesjon, uttrekk, fra, til: foer } };
}

/** The number of everybody, as far as the keys reach. */
function findAlleNumre({ beroerte, nevnte }: Funnet, noekler: Revisjonsnoekler): Map<string, string> {
  const numre = findNumre(beroerte.keys(), noekler, nevnte);
  const resten = [...beroerte.keys()].filter((ref) => !numre.has(ref));
  if (resten.length === 0) return numre;
  console.error(`Leter etter nummeret til ${resten.length} til. Det kan ta noen minutter.`);
  const mulige = listMuligeNumre(process.env.FREG_MILJOE !== 'produksjon');

  return new Map([...numre, ...findNumre(resten, noekler, mulige)]);
}

function showFunnet({ beroerte, uleste }: Funnet, numre: ReadonlyMap<string, string>): void {
  const usikre = [...beroerte.values()].filter(({ sikker }) => !sikker).length;
  console.log(`Berørte: ${beroerte.size}, av dem ${usikre} uavklarte.`);
  if (numre.size < beroerte.size)
    console.log(`${beroerte.size - numre.size} står med referanse alene: nøkkelen de er under, er borte.`);
  if (uleste.length > 0)
    console.log(
      `Kunne ikke lese hvem som er i disse uttrekkene, og de mangler i listen: ${uleste.join(', ')}.`,
    );
}

/** @throws Bruksfeil when the call is wrong or no row with the number was made in a session */
export async function runBrudd(valg: Valg): Promise<number> {
  const { fil, sak, utvalg } = parseBestilling(valg);
  try {
    return await withInstallasjon(async ({ logg, ...deps }) => {
      const { funnet, numre } = await withHandling(
        logg,
        'BRUDDLISTE',
        sak,
        async () => {
          const result = await findBeroerte(deps, utvalg);
          const alle = findAlleNumre(result, deps.noekler);

          return {
            result: { funnet: result, numre: alle },
            utfall: 'vist',
            antall: result.beroerte.size,
            subjekter: [...alle.values()],
          };
        },
        utvalg,
      );
      const passord = await writeBruddfil(fil, formatBruddliste(funnet.beroerte, numre));
      showFunnet(funnet, numre);
      console.log(`Listen er skrevet til ${fil}. Passordet vises bare nå: ${passord}`);

      return funnet.uleste.length > 0 ? UFULLSTENDIG : ALLE;
    });
  } catch (error) {
    if (error instanceof UkjentSesjon) throw new Bruksfeil('Raden hører ikke til noen sesjon.');
    throw error;
  }
}
