/** Grey lines that hold the place of what is being fetched, so that nothing jumps when it comes. */

type SkeletonProps = { label: string; lines: number };

const WIDTHS = ['w-3/4', 'w-full', 'w-5/6', 'w-2/3'] as const;

export function Skeleton({ label, lines }: SkeletonProps) {
  return (
    <div role="status" className="flex flex-col gap-3">
      <span className="ds-sr-only">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: identical lines without identity
        <span key={line} aria-hidden className={`ds-skeleton ${WIDTHS[line % WIDTHS.length]}`} />
      ))}
    </div>
  );
}
