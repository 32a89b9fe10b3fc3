/** Small numbers as text with leading zeros, made once: looking up is faster than writing a number out. */

/** `00` to `99`. */
export const TO_SIFFER = Array.from({ length: 100 }, (_, i) => String(i).padStart(2, '0'));

/** `000` to `999`. */
export const TRE_SIFFER = Array.from({ length: 1000 }, (_, i) => String(i).padStart(3, '0'));
