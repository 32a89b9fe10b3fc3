/** When contact data were changed and confirmed, and how KRR writes a moment. Source: krr-maskinporten.md section 1.3. */
import { formatOeyeblikk } from '../befolkning/dato.ts';
import { toHeltall } from '../befolkning/tilfeldig.ts';
import type { Tidsformat } from './innstillinger.ts';
import type { Ferskhet } from './tilstander.ts';

const DOEGN = 86_400_000;
/** People are asked to confirm each 90 days, when they sign in (krr-maskinporten.md section 1.5). */
const BEKREFTES_HVER = 90 * DOEGN;
const ENDRET = { fra: Date.UTC(2016, 0, 1), til: Date.UTC(2025, 8, 30) };
/** Far more than 18 months before the first day that the simulator's clock can show (1 January 2026). */
const GAMMELT = { fra: Date.UTC(2016, 0, 1), til: Date.UTC(2023, 11, 31) };

export type Tider = { oppdatert: number; bekreftet: number | undefined };

const toSekund = (h: number, { fra, til }: { fra: number; til: number }): number =>
  toHeltall(h, fra / 1000, til / 1000) * 1000;

/** When a person was last asked, by a rhythm of her own; `h` (32 bits) decides which. */
function findSisteRunde(h: number, naa: number): number {
  const forskyvning = toHeltall(h, 0, BEKREFTES_HVER / 1000 - 1) * 1000;
  return naa - ((((naa - forskyvning) % BEKREFTES_HVER) + BEKREFTES_HVER) % BEKREFTES_HVER);
}

/** Milliseconds. The same person has the same times until she is asked again. */
export function getTider(ferskhet: Ferskhet, h: number, naa: number): Tider {
  switch (ferskhet) {
    case 'fersk':
      return { oppdatert: toSekund(h, ENDRET), bekreftet: findSisteRunde(h, naa) };
    case 'ubekreftet':
      return { oppdatert: findSisteRunde(h, naa), bekreftet: undefined };
    case 'utloept': {
      const oppdatert = toSekund(h, GAMMELT);
      return { oppdatert, bekreftet: toSekund(h, { fra: oppdatert, til: GAMMELT.til }) };
    }
  }
}

/** Whether the data may be used: changed or confirmed within 18 months (krr-maskinporten.md section 1.4). */
export function isFersk({ oppdatert, bekreftet = 0 }: Tider, naa: number): boolean {
  const grense = new Date(naa);
  grense.setUTCMonth(grense.getUTCMonth() - 18);
  return Math.max(oppdatert, bekreftet) > grense.getTime();
}

/** A moment in milliseconds as KRR writes it: Norwegian time to the second, or UTC. */
export function formatTid(ms: number, format: Tidsformat): string {
  if (format === 'Z') return new Date(ms).toISOString();
  const norsk = formatOeyeblikk(ms);
  return format === '+02' ? norsk.replace(/\.\d+([+-]\d\d):00$/, '$1') : norsk;
}
