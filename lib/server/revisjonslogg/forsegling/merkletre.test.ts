/** The tree against the published vectors of RFC 6962's reference implementation, and its proofs against its roots. */
import { expect, test } from 'vitest';
import {
  findBevistRot,
  growTre,
  hashBlad,
  listBevisomraader,
  type Merkletre,
  TOMT_TRE,
  toRot,
} from './merkletre.ts';

const INPUTS = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
/** Roots of the first 0, 1, 2 … of the inputs. */
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const leaves = INPUTS.map((hex) => hashBlad(Buffer.from(hex, 'hex').toString('ascii')));

test('the roots are those of RFC 6962, whether leaves come one by one or together', () => {
  let tre: Merkletre = TOMT_TRE;
  for (const [size, root] of ROOTS.entries()) {
    expect(toRot(tre).toString('hex')).toBe(root);
    expect(toRot(growTre(TOMT_TRE, Buffer.concat(leaves.slice(0, size))))).toEqual(toRot(tre));
    const next = leaves[size];
    if (next) tre = growTre(tre, next);
  }
  expect(tre.stoerrelse).toBe(8);
});

const many = Array.from({ length: 70 }, (_, n) => hashBlad(String(n)));
const toRotOf = (fra: number, til: number) => toRot(growTre(TOMT_TRE, Buffer.concat(many.slice(fra, til))));

test('every leaf of every tree up to 70 has a proof that leads to the root, and to no other', () => {
  for (let size = 1; size <= many.length; size += 1) {
    const root = toRotOf(0, size);
    for (let indeks = 0; indeks < size; indeks += 1) {
      const bevis = listBevisomraader(indeks, size).map(({ fra, til }) => toRotOf(fra, til));
      const [blad, other] = [many[indeks], many[(indeks + 1) % 70]];
      if (!blad || !other) throw new Error('no leaf');
      expect(findBevistRot(blad, indeks, size, bevis)).toEqual(root);
      expect(findBevistRot(other, indeks, size, bevis)).not.toEqual(root);
      expect(findBevistRot(blad, indeks, size, [...bevis, other])).toBeNull();
    }
    expect(findBevistRot(root, size, size, [])).toBeNull();
  }
});
