/** Time as something to look at: true once `ms` have passed while `active`. */
import { useEffect, useState } from 'react';

export function useAfter(active: boolean, ms: number): boolean {
  const [passed, setPassed] = useState(false);
  // An effect, since a clock is outside React.
  useEffect(() => {
    if (!active) return;
    const timer = setTimeout(() => setPassed(true), ms);
    return () => {
      clearTimeout(timer);
      setPassed(false);
    };
  }, [active, ms]);
  return passed;
}
