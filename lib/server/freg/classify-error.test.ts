import { expect, test } from 'vitest';
import { classifyError } from './classify-error.ts';

const fail = (code: unknown) => Object.assign(new Error('https://register/personer/05888012345'), { code });
const avvist = { kind: 'sertifikat', grunn: 'avvist' };

test.each([
  ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', avvist, false],
  ['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', avvist, false],
  ['ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE', avvist, false],
  ['ERR_SSL_SSLV3_ALERT_CERTIFICATE_REVOKED', avvist, false],
  ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', avvist, false],
  ['ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED', { kind: 'sertifikat', grunn: 'utloept' }, false],
  ['SELF_SIGNED_CERT_IN_CHAIN', { kind: 'sertifikat', grunn: 'ukjentUtsteder' }, false],
  ['CERT_HAS_EXPIRED', { kind: 'sertifikat', grunn: 'tjenerUtloept' }, false],
  ['ERR_TLS_CERT_ALTNAME_INVALID', { kind: 'sertifikat', grunn: 'tjenerFeilNavn' }, false],
  ['UND_ERR_CONNECT_TIMEOUT', { kind: 'tidsavbrudd' }, true],
  ['ETIMEDOUT', { kind: 'tidsavbrudd' }, true],
  ['ECONNRESET', { kind: 'utilgjengelig', grunn: 'brutt' }, true],
  ['UND_ERR_SOCKET', { kind: 'utilgjengelig', grunn: 'brutt' }, true],
  ['HPE_INVALID_CONSTANT', { kind: 'utilgjengelig', grunn: 'brutt' }, true],
  ['ECONNREFUSED', { kind: 'utilgjengelig', grunn: 'forbindelse' }, true],
  ['ENOTFOUND', { kind: 'utilgjengelig', grunn: 'forbindelse' }, true],
  ['EAI_AGAIN', { kind: 'utilgjengelig', grunn: 'forbindelse' }, true],
  ['ERR_SSL_WRONG_VERSION_NUMBER', { kind: 'utilgjengelig', grunn: 'forbindelse' }, true],
  ['UND_ERR_RES_EXCEEDED_MAX_SIZE', { kind: 'ugyldigSvar', grunn: 'forStort' }, false],
])('R-03: %s is %j, tried again: %s', (code, svar, retryable) => {
  expect(classifyError(fail(code), true)).toMatchObject({ svar, retryable, status: null, feilkode: null });
});

test('R-16: a closed connection is a refused certificate while it has never had an answer, and is tried again', () => {
  expect(classifyError(fail('UND_ERR_SOCKET'), false)).toMatchObject({ svar: avvist, retryable: true });
});

test.each(['UND_ERR_INVALID_ARG', 'ERR_INVALID_ARG_TYPE', 'UND_ERR_DESTROYED', 20, undefined])(
  '%s is a fault of ours, not an outcome',
  (code) => {
    expect(classifyError(fail(code), true)).toBeNull();
  },
);

test('R-20: nothing of the message comes along', () => {
  expect(JSON.stringify(classifyError(fail('ECONNRESET'), true))).not.toContain('05888012345');
});
