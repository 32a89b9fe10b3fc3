/**
 * What the framework may do here, which is little: no image optimiser, no rewrites, no Server Actions, no caches of
 * its own over personal data. Headers that need no nonce are set here for every answer; the rest in proxy.ts.
 */
import path from 'node:path';
import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';
import { SECURITY_HEADERS } from './portal/security-headers.ts';

const config: NextConfig = {
  poweredByHeader: false,
  // The title stands in the head of the first bytes, for screen readers: streamed metadata leaves a page without one.
  htmlLimitedBots: /.*/,
  reactStrictMode: true,
  reactCompiler: true,
  typedRoutes: true,
  // Types are the gate's work (npm run check); a build is not the place to find out twice.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  devIndicators: false,
  experimental: {
    // Without it every page carries every icon there is: 140 kB.
    optimizePackageImports: ['@navikt/aksel-icons'],
    // The minifier folds functions into the loops that call them, where each turn makes them anew: an oppslag is slower.
    serverMinification: false,
  },
  turbopack: {
    root: path.resolve('.'),
    // Texts are compiled on the server (lib/server/i18n.ts), so no browser needs what reads them.
    resolveAlias: { 'use-intl/format-message': 'use-intl/format-message/format-only' },
  },
  serverExternalPackages: ['pg', 'pino', 'undici', 'next-auth'],
  headers: async () => [{ source: '/:path*', headers: SECURITY_HEADERS }],
};

export default createNextIntlPlugin('./lib/server/i18n.ts')(config);
