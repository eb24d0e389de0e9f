import { paraglideVitePlugin } from '@inlang/paraglide-js';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { embeddedBackend } from './supabase/local/vite-plugin.ts';

export default defineConfig(({ command }) => ({
  plugins: [
    react(),
    paraglideVitePlugin({
      project: './project.inlang',
      outdir: './src/messages/generated',
      strategy: ['localStorage', 'baseLocale'],
    }),
    // The production server (supabase/local/serve.ts) brings its own backend.
    ...(command === 'serve' && !process.env.VITEST ? [embeddedBackend()] : []),
  ],
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    watch: { ignored: ['**/.data/**', '**/.cache/**'] },
  },
  build: { target: 'es2023', sourcemap: false, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  worker: { format: 'es' },
}));
