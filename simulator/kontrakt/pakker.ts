/**
 * The nine rettighetspakker as the register knows them: where each lies, its scope and its services.
 * One data table; who asks whether a pakke has a service asks `hasTjeneste`.
 * Source: freg-contract.md sections 3.1 and 3.2; the seeds' older paths are aliases.
 */

/** The services, grouped as freg-contract.md section 3.2 groups them. `xsd` covers the three schema resources. */
export const TJENESTER = [
  'personer',
  'oppslag',
  'bulkoppslag',
  'soek',
  'entydigsoek',
  'xsd',
  'uttrekkTilpasset',
  'uttrekkKomplett',
  'uttrekkBatch',
  'arkiv',
  'hendelsesliste',
  'hendelsesdokument',
] as const;
export type Tjeneste = (typeof TJENESTER)[number];

/**
 * The services of every pakke. `personer` is the bare resource of the oppslag seed's HEAD line; no source says who
 * may call it. Assumption: everyone with a pakke.
 */
const FELLES: readonly Tjeneste[] = ['personer', 'entydigsoek', 'xsd', 'hendelsesliste'];
/** Section 9 no 4 and 15: the current docs, not the seed and the SLA page, decide who has bulkoppslag and uttrekk. */
const MED_OPPSLAG: readonly Tjeneste[] = [
  ...FELLES,
  'oppslag',
  'bulkoppslag',
  'soek',
  'uttrekkTilpasset',
  'uttrekkBatch',
];

type Pakkedata = {
  /** The two path segments between `folkeregisteret/` and `/v1`. The order differs between pakker (section 1.1). */
  sti: string;
  /** Older paths that the seeds use. */
  alias: readonly string[];
  /** After `folkeregister:deling/`. */
  scope: string;
  tjenester: readonly Tjeneste[];
};

export const PAKKER = {
  'offentlig-med-hjemmel': {
    sti: 'offentlig-med-hjemmel/api',
    alias: [],
    scope: 'offentligmedhjemmel',
    tjenester: TJENESTER,
  },
  'offentlig-uten-hjemmel': {
    sti: 'api/offentligutenhjemmel',
    alias: ['offentlig-uten-hjemmel/api'],
    scope: 'offentligutenhjemmel',
    tjenester: MED_OPPSLAG,
  },
  'privat-uten-hjemmel': {
    sti: 'api/privatutenhjemmel',
    alias: [],
    scope: 'privatutenhjemmel',
    tjenester: MED_OPPSLAG,
  },
  privat: { sti: 'api/privat', alias: [], scope: 'privat', tjenester: FELLES },
  'privat-uten-folkeregisteridentifikator': {
    sti: 'api/privatutenfolkeregisteridentifikator',
    alias: [],
    scope: 'privatutenfolkeregisteridentifikator',
    tjenester: FELLES,
  },
  finans: { sti: 'api/finans', alias: ['finans-og-begrenset/api'], scope: 'finans', tjenester: MED_OPPSLAG },
  presse: { sti: 'api/presse', alias: [], scope: 'presse', tjenester: FELLES },
  'presse-uten-folkeregisteridentifikator': {
    sti: 'api/presseutenfolkeregisteridentifikator',
    alias: [],
    scope: 'presseutenfolkeregisteridentifikator',
    tjenester: FELLES,
  },
  /** The scope is not the path's word here (section 3.1). */
  eid: { sti: 'api/eid', alias: [], scope: 'utstedereid', tjenester: MED_OPPSLAG },
} as const satisfies Record<string, Pakkedata>;

export type PakkeId = keyof typeof PAKKER;

/** Every pakke id, in the order of the contract's table. */
export function listPakker(): PakkeId[] {
  return Object.keys(PAKKER).filter((id): id is PakkeId => id in PAKKER);
}

/** Whether the register offers the service in the pakke (freg-contract.md section 3.2). */
export function hasTjeneste(pakke: PakkeId, tjeneste: Tjeneste): boolean {
  const { tjenester }: Pakkedata = PAKKER[pakke];
  return tjenester.includes(tjeneste);
}

const PAKKE_VED_STI: ReadonlyMap<string, PakkeId> = new Map(
  listPakker().flatMap((id) => {
    const { sti, alias }: Pakkedata = PAKKER[id];
    return [sti, ...alias].map((s): [string, PakkeId] => [s, id]);
  }),
);

/** The pakke that lies at the two path segments, today's or the seeds': `api/finans`, `finans-og-begrenset/api`. */
export function findPakkeVedSti(sti: string): PakkeId | undefined {
  return PAKKE_VED_STI.get(sti);
}
