/** Copies that the register has made of an entry for its own upkeep: counted on one line, shown on demand. */
import { useTranslations } from 'next-intl';
import { Feltliste } from '#components/person/feltliste.tsx';
import { useKoder } from '#components/person/koder.ts';
import { Disclosure } from '#components/ui/disclosure.tsx';
import type { Oppfoering } from '#lib/domain/person/person-view.ts';

type RegisterendringerProps = { kopier: readonly Oppfoering[] };

export function Registerendringer({ kopier }: RegisterendringerProps) {
  return kopier.length === 0 ? null : <Kopier kopier={kopier} />;
}

function Kopier({ kopier }: RegisterendringerProps) {
  const t = useTranslations('personside.registerendringer');
  const koder = useKoder();
  return (
    <Disclosure summary={t('antall', { antall: kopier.length })} className="text-sm">
      <p className="text-neutral-text-subtle">{t('forklaring')}</p>
      <ul className="divide-y divide-neutral-border-subtle">
        {kopier.map((kopi, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries of the register have an order and no identity
          <li key={index} className="py-1.5">
            {/* The codes too: often they are all that differs, as the number of a municipality after a reform. */}
            <Feltliste felter={[...kopi.felter, ...kopi.metadata]} tillegg={koder(kopi.felter)} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
