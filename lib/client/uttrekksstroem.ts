/**
 * One uttrekk as it is now, for as long as its page is open. It is read once, then followed as a stream of events; when
 * the stream is silent or broken it is read again at intervals, so that the page is never older than it seems. It lives
 * outside React and outside the query cache: news from the server is no sign that anybody is there.
 */
import { ApiFeil, type ApiFeilKode } from '#lib/client/api.ts';
import { applyEndring } from '#lib/domain/uttrekk/sideendring.ts';
import type { Tilstand } from '#lib/domain/uttrekk/tilstand.ts';
import type { Uttrekksside } from '#lib/domain/uttrekk/uttrekk.ts';

/** States in which nothing changes until somebody does something here. */
const STILLE: readonly Tilstand[] = [
  'utkast',
  'avslaatt',
  'klar',
  'ufullstendig',
  'avbrutt',
  'feilet',
  'utloept',
];
/** States from which files are removed when their time is up. */
const MED_FILER: readonly Tilstand[] = ['klar', 'ufullstendig', 'avbrutt', 'feilet'];
/** Faults that another reading does not cure. */
const BORTE: readonly ApiFeilKode[] = ['IKKE_FUNNET', 'IKKE_TILGANG', 'IKKE_INNLOGGET'];
/** Without a stream, how long between two readings; with one, how long it may be silent. Milliseconds. */
const [LES_MS, TAUS_MS] = [3_000, 15_000];

/** An open stream; `close` ends it. */
type Kilde = { close: () => void };
type Lyttere = { onSide: (side: Uttrekksside) => void; onSlutt: () => void };

export type Stroemoppsett = {
  read: () => Promise<Uttrekksside>;
  /** Opens the stream; `onSlutt` when it has ended or cannot be had. */
  open: (lyttere: Lyttere) => Kilde;
  /** Runs the work after so many milliseconds; the answer takes it back. */
  after: (ms: number, work: () => void) => () => void;
  /** Milliseconds since 1970. */
  naa: () => number;
};

export type Stroemtilstand = {
  side: Uttrekksside | null;
  /** Why the newest reading failed; what was read before stands beside it. */
  feil: ApiFeil | null;
  /** The time of its files is up, and a worker has yet to remove them. */
  slettes: boolean;
};

export type Uttrekksstroem = {
  /** Reads at once and follows, until the returned function is called. */
  start: () => () => void;
  subscribe: (onChange: () => void) => () => void;
  /** The same object until something changes. */
  getTilstand: () => Stroemtilstand;
  /** What an act of the user gave, newer than anything read. */
  keep: (side: Uttrekksside) => void;
  /** Reads again, e.g. when the user asks for it. */
  retry: () => void;
};

export function createUttrekksstroem({ read, open, after, naa }: Stroemoppsett): Uttrekksstroem {
  const lyttere = new Set<() => void>();
  let tilstand: Stroemtilstand = { side: null, feil: null, slettes: false };
  let loeper = false;
  let kilde: Kilde | null = null;
  let kanStroemme = true;
  let stoppTimer = () => {};
  /** Counts acts and readings, so that an answer from before an act does not overwrite what the act gave. */
  let runde = 0;

  function set({ side, feil }: Omit<Stroemtilstand, 'slettes'>): void {
    tilstand = { side, feil, slettes: side !== null && isSlettes(side) };
    for (const lytter of lyttere) lytter();
  }
  const isSlettes = (side: Uttrekksside): boolean =>
    MED_FILER.includes(side.tilstand) && side.utloeper !== null && Date.parse(side.utloeper) <= naa();
  function lukk(): void {
    kilde?.close();
    kilde = null;
  }
  /** Whether anything can still change without the user. */
  function isLevende({ side, feil, slettes }: Stroemtilstand): boolean {
    const erBorte = feil !== null && BORTE.includes(feil.kode);
    return loeper && !erBorte && (slettes || side === null || !STILLE.includes(side.tilstand));
  }
  /** Decides what comes next, whenever something has been heard. A stream is opened after a reading only. */
  function plan(kanAapne: boolean): void {
    stoppTimer();
    if (!isLevende(tilstand)) {
      lukk();
      return;
    }
    if (kanAapne && kilde === null && kanStroemme && tilstand.feil === null && !tilstand.slettes) {
      let harHoert = false;
      kilde = open({
        onSide: (ny) => {
          harHoert = true;
          runde += 1;
          set({ side: ny, feil: null });
          plan(false);
        },
        onSlutt: () => {
          // One that never said anything will not be had next time either.
          kanStroemme = harHoert;
          lukk();
          plan(false);
        },
      });
    }
    stoppTimer = after(kilde === null ? LES_MS : TAUS_MS, () => void les());
  }
  async function les(): Promise<void> {
    runde += 1;
    const min = runde;
    try {
      const side = await read();
      if (min === runde) set({ side, feil: null });
    } catch (error) {
      if (min === runde)
        set({ ...tilstand, feil: error instanceof ApiFeil ? error : new ApiFeil('INTERN_FEIL', null) });
    }
    if (min === runde) plan(true);
  }
  return {
    start() {
      loeper = true;
      void les();
      return () => {
        loeper = false;
        runde += 1;
        stoppTimer();
        lukk();
      };
    },
    subscribe(onChange) {
      lyttere.add(onChange);
      return () => lyttere.delete(onChange);
    },
    getTilstand: () => tilstand,
    keep(side) {
      runde += 1;
      kanStroemme = true;
      set({ side, feil: null });
      plan(true);
    },
    retry() {
      kanStroemme = true;
      void les();
    },
  };
}

/** The stream of one uttrekk by the browser's own `EventSource`. */
export function openStroem(uttrekkId: string, { onSide, onSlutt }: Lyttere): Kilde {
  const kilde = new EventSource(`/api/uttrekk/${encodeURIComponent(uttrekkId)}/strom`);
  let sist: Uttrekksside | null = null;
  const hear = (side: Uttrekksside): void => {
    sist = side;
    onSide(side);
  };
  kilde.addEventListener('side', (event) => hear(JSON.parse(event.data)));
  // A change is to what this very stream told last, whatever the page has heard of elsewhere.
  kilde.addEventListener('endring', (event) => sist && hear(applyEndring(sist, JSON.parse(event.data))));
  kilde.addEventListener('slutt', onSlutt);
  kilde.addEventListener('error', onSlutt);
  return kilde;
}
