/** What the masking does with the example's address: run, not described, so that the matrix cannot say otherwise. */
import { parsePerson } from '#lib/domain/person/parse-person.ts';
import { type Innsyn, maskPerson } from '#lib/domain/person/skjerming.ts';
import { createEksempelperson } from './eksempelperson.ts';
import { EKSEMPELGRADERINGER, type Eksempelgradering } from './graderinger.ts';
import type { Adressevisning, Visninger } from './matrise.ts';

function findVisning(gradering: Eksempelgradering, rett: Innsyn): Adressevisning {
  const { person, skjermede } = maskPerson(
    parsePerson(createEksempelperson(gradering, 'offentlig-med-hjemmel')),
    rett,
  );
  const vises = person.egenskaper.bostedsadresse?.some(({ erGjeldende }) => erGjeldende === true);
  if (vises) return 'vises';
  return skjermede.has('bostedsadresse') ? 'skjermet' : 'ikkeOmtalt';
}

/** For every grading, by whose eyes. */
export function listVisninger(): Visninger {
  const av = (gradering: Eksempelgradering) => ({
    ingen: findVisning(gradering, 'ingen'),
    fortrolig: findVisning(gradering, 'fortrolig'),
    avdekket: findVisning(gradering, 'avdekket'),
  });
  const [ugradert, klientadresse, fortrolig, strengtFortrolig] = EKSEMPELGRADERINGER;
  return {
    ugradert: av(ugradert),
    klientadresse: av(klientadresse),
    fortrolig: av(fortrolig),
    strengtFortrolig: av(strengtFortrolig),
  };
}
