/** Which page of a reading is on the screen. A page that was fetched is shown again from memory and is no new act. */
import { useState } from 'react';

type Henting = {
  hasNextPage: boolean;
  isFetching: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<{ isError: boolean }>;
};

export type Sider<S> = {
  /** Null until it has come. */
  side: S | null;
  nummer: number;
  harEldre: boolean;
  henter: boolean;
  showEldre: () => Promise<void>;
  showNyere: () => void;
  /** Back to the newest, for another reading. */
  reset: () => void;
};

export function useSider<S>(sider: readonly S[], henting: Henting): Sider<S> {
  const [nummer, setNummer] = useState(0);
  return {
    side: sider[nummer] ?? null,
    nummer,
    harEldre: nummer + 1 < sider.length || henting.hasNextPage,
    henter: henting.isFetchingNextPage,
    async showEldre() {
      if (henting.isFetching) return;
      if (nummer + 1 >= sider.length && (await henting.fetchNextPage()).isError) return;
      setNummer(nummer + 1);
    },
    showNyere: () => setNummer(Math.max(0, nummer - 1)),
    reset: () => setNummer(0),
  };
}
