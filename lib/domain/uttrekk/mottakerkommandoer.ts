/**
 * The commands by which whoever receives a file checks it, for her to have with the key: those that docs/uttrekksmanifest.md
 * explains, line by line. She has neither the portal nor a program of ours.
 */

const KOMMANDOER = String.raw`set -e
sed '/^$/,$d' "$manifest" > signert.txt
tail -n 1 "$manifest" | cut -d ' ' -f 3 | base64 -d | tail -c 64 > signatur.bin
printf '\060\052\060\005\006\003\053\145\160\003\041\000' > noekkel.der
printf %s "$noekkel" | cut -d + -f 3- | base64 -d | tail -c 32 >> noekkel.der
openssl pkeyutl -verify -pubin -keyform DER -inkey noekkel.der -rawin -in signert.txt -sigfile signatur.bin
split -b 1M --filter=sha256sum "$fil" | cut -c 1-64 > deler.txt
sed -n '/"deler"/,$ s/.*"\([0-9a-f]\{64\}\)".*/\1/p' signert.txt | diff -u - deler.txt
printf '%s  %s\n' "$(sed -n 's/.*"sha256": "\(.*\)".*/\1/p' signert.txt)" "$fil" | sha256sum --check
`;

/**
 * A script for `sh` that is called with the file and its manifest. It ends at the first thing that does not hold.
 * @param noekkel the public key, as text without quotes in it
 */
export const toMottakerkommandoer = (noekkel: string): string =>
  `fil="$1"\nmanifest="$2"\nnoekkel='${noekkel}'\n${KOMMANDOER}`;
