'use client';
/**
 * A form that the browser itself never sends: what is typed must not end in an address. Its controls wait until the
 * page is ready, unseen, so that nothing is typed or pressed in vain.
 */
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useHydrated } from '#components/ui/use-hydrated.ts';

type FormProps = { onSubmit: () => void; className: string; children: ReactNode };

export function Form({ onSubmit, className, children }: FormProps) {
  const hydrated = useHydrated();
  const ref = useRef<HTMLFormElement>(null);
  // A browser focuses only what is enabled when it reads the page, so the field that asks for focus gets it here.
  useEffect(() => {
    if (hydrated && document.activeElement === document.body) {
      ref.current?.querySelector<HTMLElement>('[autofocus]')?.focus();
    }
  }, [hydrated]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form ref={ref} noValidate method="dialog" onSubmit={submit}>
      <fieldset disabled={!hydrated} className={`until-hydrated ${className}`}>
        {children}
      </fieldset>
    </form>
  );
}
