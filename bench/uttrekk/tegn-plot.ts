/** Time and memory of an uttrekk against its size, as one SVG: two fields side by side, from nothing, each with its limit. */

export type Punkt = { personer: number; sekunder: number; mb: number };

const BREDDE = 360;
const HOEYDE = 220;
const KANT = { venstre: 56, hoeyre: 14, topp: 34, bunn: 40 };

const tall = (verdi: number): string =>
  new Intl.NumberFormat('nb-NO').format(Math.round(verdi)).replace(/\s/g, ' ');

/** A round number that is at least as large. */
function toTak(verdi: number): number {
  const steg = 10 ** Math.floor(Math.log10(Math.max(1, verdi)));

  return Math.ceil(verdi / steg) * steg;
}

type Felt = { tittel: string; punkter: readonly (readonly [number, number])[]; grense: number | null };

function drawFelt({ tittel, punkter, grense }: Felt, forskyvning: number): string {
  const takX = toTak(Math.max(...punkter.map(([x]) => x)));
  const takY = toTak(Math.max(grense ?? 0, ...punkter.map(([, y]) => y)));
  const toX = (x: number) => KANT.venstre + (x / takX) * (BREDDE - KANT.venstre - KANT.hoeyre);
  const toY = (y: number) => HOEYDE - KANT.bunn - (y / takY) * (HOEYDE - KANT.topp - KANT.bunn);
  const line = (a: readonly [number, number], b: readonly [number, number], farge: string, stil = '') =>
    `<line x1="${toX(a[0]).toFixed(1)}" y1="${toY(a[1]).toFixed(1)}" x2="${toX(b[0]).toFixed(1)}" y2="${toY(b[1]).toFixed(1)}" stroke="${farge}"${stil}/>`;
  const text = (x: number, y: number, verdi: string, anker: string) =>
    `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anker}">${verdi}</text>`;
  const sti = punkter.map(([x, y]) => `${toX(x).toFixed(1)},${toY(y).toFixed(1)}`).join(' ');

  return [
    `<g transform="translate(${forskyvning} 0)">`,
    `<text x="${KANT.venstre}" y="20" font-weight="bold">${tittel}</text>`,
    ...[0, 0.5, 1].flatMap((del) => [
      line([0, takY * del], [takX, takY * del], '#ccc'),
      text(KANT.venstre - 6, toY(takY * del) + 4, tall(takY * del), 'end'),
      text(toX(takX * del), HOEYDE - KANT.bunn + 18, tall(takX * del), del === 1 ? 'end' : 'middle'),
    ]),
    ...(grense === null ? [] : [line([0, grense], [takX, grense], '#b3261e', ' stroke-dasharray="5 4"')]),
    `<polyline points="${sti}" fill="none" stroke="#0b5cad" stroke-width="2"/>`,
    ...punkter.map(
      ([x, y]) => `<circle cx="${toX(x).toFixed(1)}" cy="${toY(y).toFixed(1)}" r="4" fill="#0b5cad"/>`,
    ),
    text(toX(takX / 2), HOEYDE - 6, 'personer', 'middle'),
    '</g>',
  ].join('\n');
}

/** @param grenseMb the memory that may be used, drawn as a broken line */
export function tegnPlot(punkter: readonly Punkt[], grenseMb: number): string {
  const etterStoerrelse = [...punkter].sort((a, b) => a.personer - b.personer);
  const toFelt = (tittel: string, velg: (punkt: Punkt) => number, grense: number | null): Felt => ({
    tittel,
    punkter: etterStoerrelse.map((punkt) => [punkt.personer, velg(punkt)]),
    grense,
  });
  const tid = toFelt('Tid, sekunder', ({ sekunder }) => sekunder, null);
  const minne = toFelt('Minne på det høyeste, MB', ({ mb }) => mb, grenseMb);

  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${2 * BREDDE} ${HOEYDE}" width="${2 * BREDDE}" height="${HOEYDE}" font-family="sans-serif" font-size="12" fill="#222">`,
    '<title>Tid og minne mot antall personer</title>',
    '<rect width="100%" height="100%" fill="#fff"/>',
    drawFelt(tid, 0),
    drawFelt(minne, BREDDE),
    '</svg>',
    '',
  ].join('\n');
}
