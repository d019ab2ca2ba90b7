import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { mantineStyles } from './scripts/mantine-styles.ts'

const root = join(import.meta.dirname, 'src/web')

/** The web client: one page, every route its own chunk; assets carry their hash so that they can be kept for ever. */
export default defineConfig({
  root,
  publicDir: join(root, 'public'),
  build: {
    outDir: join(import.meta.dirname, 'dist/client'),
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    // Inlined data: URLs would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What every page stands on, in one file: it is compressed better and read from the cache by all later visits.
        codeSplitting: {
          groups: [
            {
              name: 'ground',
              test: /node_modules\/(?:react|react-dom|scheduler|react-router|i18next|react-i18next|@tanstack\/react-query|@tanstack\/query-core)\//,
            },
          ],
        },
      },
    },
    chunkSizeWarningLimit: 700,
  },
  server: {
    port: 5173,
    // Not the sources in src/web/api, which the development server serves under the same name.
    proxy: { '^/api/(?!.*\\.(?:tsx?|css)\\b)': process.env['SOFTMOB_API'] ?? 'http://localhost:3000' },
  },
  plugins: [
    react(),
    mantineStyles(join(import.meta.dirname, 'node_modules')),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      includeManifestIcons: true,
      manifest: {
        id: '/',
        name: 'SoftMob',
        short_name: 'SoftMob',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: '#ffffff',
        theme_color: '#0062a8',
        icons: [
          { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        // The shell only. Pages that were visited are kept below; answers of the API never are.
        globPatterns: [
          'index.html',
          'assets/index-*.{js,css}',
          'assets/inter-latin-wght-normal-*.woff2',
          'icon.svg',
        ],
        inlineWorkboxRuntime: true,
        cleanupOutdatedCaches: true,
        skipWaiting: true,
        clientsClaim: true,
        navigateFallback: null,
        runtimeCaching: [
          {
            // The page itself comes from the server whenever there is one, so nobody works on an old SoftMob unknowingly.
            urlPattern: ({ request, url }) =>
              request.mode === 'navigate' && !url.pathname.startsWith('/api/'),
            handler: 'NetworkOnly',
            options: { precacheFallback: { fallbackURL: 'index.html' } },
          },
          {
            urlPattern: ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
            handler: 'CacheFirst',
            options: { cacheName: 'assets', expiration: { maxEntries: 300 } },
          },
        ],
      },
    }),
  ],
})
