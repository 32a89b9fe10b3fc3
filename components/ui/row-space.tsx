/** Holds the place of the rows of a long table that are out of sight, so that its scroll bar tells how long it is. */
export function RowSpace({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden>
      <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}
