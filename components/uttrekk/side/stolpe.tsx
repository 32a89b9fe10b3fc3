/**
 * One bar, as wide as its share of the room it has; it asks for none of its own, or the numbers beside it are pushed out.
 * It repeats the number and is not read out.
 */

type StolpeProps = {
  /** 0 to 1. */
  andel: number;
  /** Grows from the right, for the left side of a pyramid. */
  fraHoeyre?: boolean;
  farge?: 'accent' | 'neutral';
};

const FARGER = { accent: 'fill-accent-base-default', neutral: 'fill-neutral-border-strong' } as const;

export function Stolpe({ andel, fraHoeyre = false, farge = 'accent' }: StolpeProps) {
  const bredde = Math.min(1, Math.max(0, andel)) * 100;
  return (
    <svg aria-hidden viewBox="0 0 100 10" preserveAspectRatio="none" className="h-3.5 w-0 grow">
      <rect
        x={fraHoeyre ? 100 - bredde : 0}
        width={bredde}
        height={10}
        className={`${FARGER[farge]} forced-colors:fill-[CanvasText]`}
      />
    </svg>
  );
}
