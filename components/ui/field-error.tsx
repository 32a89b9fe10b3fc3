/** What is wrong with a field, under it. The field names it by `id` in `aria-describedby`; without an error there is none. */
export function FieldError({ id, error }: { id: string; error: string | null | undefined }) {
  if (!error) return null;
  return (
    <p id={id} className="ds-validation-message mt-2" data-field="validation">
      {error}
    </p>
  );
}
