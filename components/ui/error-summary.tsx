/** All errors of a form in one place, with links to the fields. Takes focus when it appears; key it by attempt. */
import { focusOnMount } from '#components/ui/focus.ts';

type ErrorSummaryProps = { title: string; errors: { fieldId: string; text: string }[] };

export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  return (
    <section className="ds-error-summary" ref={focusOnMount} tabIndex={-1} aria-label={title}>
      <h2>{title}</h2>
      <ul className="ds-list">
        {errors.map((error) => (
          <li key={`${error.fieldId} ${error.text}`}>
            <a
              className="ds-link"
              href={`#${error.fieldId}`}
              onClick={(event) => {
                // Focus instead of a jump: the address stays the same, and the field may be used at once.
                event.preventDefault();
                document.getElementById(error.fieldId)?.focus();
              }}
            >
              {error.text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
