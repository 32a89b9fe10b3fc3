/**
 * The orders that concern time: the clock, how often something happens, one act for one person, and mass events.
 * What is due before an order is made first, so the log is the same whenever somebody looks.
 */
import type { Befolkning } from '../befolkning/befolkning.ts';
import { BESTILLBARE, isBestillbar } from '../hendelser/bestilling.ts';
import type { Hendelser } from '../hendelser/create-hendelser.ts';
import { type Klokkevalg, parseKlokkevalg, type StillbarKlokke } from '../klokke.ts';
import { Avvist } from './avvist.ts';

export type Tidskontroll = { befolkning: Befolkning; hendelser: Hendelser; klokke: StillbarKlokke };

type Innhold = { readKropp: () => Promise<unknown> };
type Svar = { status: number; kropp?: unknown };

const MAKS_PER_MINUTT = 20_000;
/** More than this at once would keep the simulator busy for minutes. */
const MAKS_I_ETT_SPRANG = 2_000_000;
const MINUTT = 60_000;

/** The resources by `METHOD /path`. The handlers throw `Avvist` when the order is wrong. */
export function createTidsressurser({
  befolkning,
  hendelser,
  klokke,
}: Tidskontroll): Record<string, (innhold: Innhold) => Promise<Svar>> {
  const getTilstand = () => getTidstilstand({ hendelser, klokke });
  const stillKlokken = async (valg: Klokkevalg, fra: number) => {
    const forfall = ((fra - klokke.naa()) / MINUTT) * hendelser.getPerMinutt();
    if (forfall > MAKS_I_ETT_SPRANG)
      throw new Avvist(
        400,
        `Det gir over ${MAKS_I_ETT_SPRANG} hendelser. Still klokken kortere fram om gangen.`,
      );
    await hendelser.runAlt();
    try {
      klokke.set(valg);
    } catch (feil) {
      throw new Avvist(400, feil instanceof Error ? feil.message : 'Klokken kan ikke stilles.');
    }
    await hendelser.runAlt();
    return { status: 200, kropp: getTilstand() };
  };
  return {
    'GET /hendelser': async () => {
      await hendelser.runAlt();
      return { status: 200, kropp: { ...getTilstand(), handlinger: BESTILLBARE } };
    },
    'PUT /klokke': async ({ readKropp }) => {
      const tekst = getFelt(await readKropp(), 'klokke');
      const valg = typeof tekst === 'string' ? parseKlokkevalg(tekst) : undefined;
      if (!valg)
        throw new Avvist(400, 'klokke må være ekte, frosset, frosset:2026-06-01T12:00:00Z eller som x60');
      return stillKlokken(valg, valg.fra === 'vegg' ? Date.now() : (valg.fra ?? 0));
    },
    'POST /klokke/frem': async ({ readKropp }) => {
      const minutter = getTall(await readKropp(), 'minutter', 60 * 24 * 3660);
      const fra = klokke.naa() + minutter * MINUTT;
      return stillKlokken({ fart: klokke.getFart(), fra }, fra);
    },
    'PUT /hendelser/takt': async ({ readKropp }) => {
      await hendelser.setPerMinutt(getTall(await readKropp(), 'perMinutt', MAKS_PER_MINUTT));
      return { status: 200, kropp: getTilstand() };
    },
    'POST /hendelser': async ({ readKropp }) => {
      const kropp = await readKropp();
      const handling = getFelt(kropp, 'handling');
      const nummer = getFelt(kropp, 'nummer');
      if (!isBestillbar(handling)) throw new Avvist(400, `handling må være en av: ${BESTILLBARE.join(', ')}`);
      const person = typeof nummer === 'string' ? befolkning.findPerson(nummer) : undefined;
      if (person === undefined) throw new Avvist(404, 'Ingen i registeret har dette nummeret.');
      const sekvensnumre = await hendelser.bestill(handling, person);
      if (sekvensnumre.length === 0)
        throw new Avvist(409, `${handling} kan ikke skje med denne personen slik hun er registrert nå.`);
      return { status: 200, kropp: { sekvensnumre } };
    },
    'POST /hendelser/kommunereform': async ({ readKropp }) => {
      const utloest = await hendelser.utloesKommunereform(getMassetakt(await readKropp()));
      if (!utloest) throw new Avvist(409, 'Alle fylkene har hatt sin kommunereform.');
      return { status: 200, kropp: getTilstand() };
    },
    'POST /hendelser/unik': async ({ readKropp }) => {
      const utloest = await hendelser.utloesUnik(getMassetakt(await readKropp()));
      if (!utloest) throw new Avvist(409, 'Alle er alt unike.');
      return { status: 200, kropp: getTilstand() };
    },
  };
}

/** What the clock shows and how much has happened. `fart` 0 is a clock that stands. */
export function getTidstilstand({ hendelser, klokke }: Pick<Tidskontroll, 'hendelser' | 'klokke'>) {
  return {
    klokke: new Date(klokke.naa()).toISOString(),
    fart: klokke.getFart(),
    perMinutt: hendelser.getPerMinutt(),
    antall: hendelser.antall(),
    sisteSekvensnummer: hendelser.logg.siste(),
  };
}

/** How fast a mass event goes; without `perMinutt` everybody at once. */
function getMassetakt(kropp: unknown): number | undefined {
  if (getFelt(kropp, 'perMinutt') === undefined) return undefined;
  const takt = getTall(kropp, 'perMinutt', 1_000_000);
  if (takt === 0) throw new Avvist(400, 'perMinutt må være minst 1.');
  return takt;
}

function getFelt(kropp: unknown, felt: string): unknown {
  if (typeof kropp !== 'object' || kropp === null) throw new Avvist(400, 'Innholdet må være et JSON-objekt');
  return Object.entries(kropp).find(([navn]) => navn === felt)?.[1];
}

function getTall(kropp: unknown, felt: string, mest: number): number {
  const tall = getFelt(kropp, felt);
  if (typeof tall === 'number' && Number.isInteger(tall) && tall >= 0 && tall <= mest) return tall;
  throw new Avvist(400, `${felt} må være et heltall fra 0 til ${mest}.`);
}
