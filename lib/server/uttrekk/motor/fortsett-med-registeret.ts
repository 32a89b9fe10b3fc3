/**
 * What stopped because the register did not answer, or for a certificate, goes on by itself by the rule of `fortsett.ts`:
 * only a try shows that the register is there again or takes a certificate it has refused. Without a certificate of ours
 * that can be used nothing is tried; the client looks for a new one by itself (security.md R-16, section 8.3 no 26, 28).
 */
import 'server-only';
import { listStansede, sendVidere } from './fortsett.ts';
import type { Motordeps } from './motor.ts';

/** Sends on everything whose wait is over. */
export async function fortsettMedRegisteret({ pool, freg }: Pick<Motordeps, 'pool' | 'freg'>): Promise<void> {
  const stansede = await listStansede(pool, ['registeretSvarerIkke', 'sertifikat']);
  if (stansede.length === 0 || 'grunn' in freg.getSertifikat()) return;
  for (const stanset of stansede) await sendVidere(pool, stanset, { kode: 'proevesIgjen', verdier: {} });
}
