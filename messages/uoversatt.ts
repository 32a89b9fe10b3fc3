/**
 * The screens that are in bokmål only so far, each with the reason. Rule: a screen is translated or stands here; one that
 * is neither does not compile, and neither does one that is both. It is read with the wrong voice by a screen reader, so
 * the list is meant to be empty.
 */
import { type Messages, messages } from '#messages/messages.ts';

export const UOVERSATT = {} as const satisfies Partial<Record<keyof Messages, string>>;

/** What `nn.ts` and `en.ts` must have. */
type Oversatt = Omit<Messages, keyof typeof UOVERSATT>;

/** A language with the screens of the list in bokmål. */
export function withUoversatt(oversatt: Oversatt): Messages {
  return { ...messages, ...oversatt };
}
