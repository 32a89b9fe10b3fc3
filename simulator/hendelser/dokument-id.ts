/**
 * The ids of documents: 32 hex digits that say nothing (freg-contract.md section 5.3: opaque) but lead back without a
 * table, because they are the kind and the place of the document under a cipher whose key comes from the seed.
 */
import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

/** A hendelsesdokument or the version of a person after it, by the place in the log; or a person's first version. */
export type Dokumentnoekkel = { slag: 'hendelse' | 'versjon' | 'foerste'; verdi: number };

const SLAG = ['hendelse', 'versjon', 'foerste'] as const;
const BLOKK = 16;
/** Fills what is left of a block; an id that does not hold it was never given. */
const MERKE = 0x46524547;

export type Dokumentider = {
  /** All ids of a page at once: `antall` of them, each named by `get`. */
  list(antall: number, get: (nr: number) => Dokumentnoekkel): string[];
  create(noekkel: Dokumentnoekkel): string;
  /** What an id stands for; undefined when it was never given by this key. */
  find(id: string): Dokumentnoekkel | undefined;
};

/** `froe` chooses the key: another seed, other ids. */
export function createDokumentider(froe: number): Dokumentider {
  const noekkel = createHash('sha256').update(`dokument-id ${froe}`).digest().subarray(0, BLOKK);
  const inn = createCipheriv('aes-128-ecb', noekkel, null).setAutoPadding(false);
  const ut = createDecipheriv('aes-128-ecb', noekkel, null).setAutoPadding(false);
  const write = (blokk: Buffer, start: number, { slag, verdi }: Dokumentnoekkel) => {
    blokk.writeUInt32BE(SLAG.indexOf(slag), start);
    blokk.writeUInt32BE(verdi, start + 4);
    blokk.writeUInt32BE(MERKE, start + 8);
    blokk.writeUInt32BE(MERKE, start + 12);
  };
  const list: Dokumentider['list'] = (antall, get) => {
    const blokk = Buffer.allocUnsafe(antall * BLOKK);
    for (let nr = 0; nr < antall; nr++) write(blokk, nr * BLOKK, get(nr));
    const hex = inn.update(blokk).toString('hex');
    return Array.from({ length: antall }, (_, nr) => hex.slice(nr * 2 * BLOKK, (nr + 1) * 2 * BLOKK));
  };
  return {
    list,
    create: (en) => list(1, () => en)[0] ?? '',
    find(id) {
      if (!/^[0-9a-f]{32}$/.test(id)) return undefined;
      const blokk = ut.update(Buffer.from(id, 'hex'));
      const slag = SLAG[blokk.readUInt32BE(0)];
      const erVaart = blokk.readUInt32BE(8) === MERKE && blokk.readUInt32BE(12) === MERKE;
      return slag === undefined || !erVaart ? undefined : { slag, verdi: blokk.readUInt32BE(4) };
    },
  };
}
