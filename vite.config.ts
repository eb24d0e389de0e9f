import { resolve } from 'node:path';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { serviceWorker } from './scripts/service-worker.ts';
import { embeddedBackend } from './supabase/local/vite-plugin.ts';

const START = '/src/app/start.tsx';

type Graph = { getModuleInfo: (id: string) => { importedIds: readonly string[] } | null };

/** Every module that `from` imports, itself included, without those that it imports only when needed. */
function reachedFrom(from: string, graph: Graph): ReadonlySet<string> {
  const reached = new Set([from]);
  for (const id of reached) for (const next of graph.getModuleInfo(id)?.importedIds ?? []) reached.add(next);
  return reached;
}

/**
 * Our own modules that the page's second part draws with, in one file: each file more is a round trip on a slow
 * phone. Of libraries and messages only some of what is reached is used there.
 */
function createStartGroup() {
  let reached: ReadonlySet<string> | null = null;
  return {
    debugName: 'start',
    name: (id: string, graph: Graph) => {
      reached ??= reachedFrom(resolve(import.meta.dirname, `.${START}`), graph);
      return reached.has(id) && !/node_modules|messages\/generated/.test(id) ? 'start' : null;
    },
  };
}

/** Names the page's second part in its head, so that it travels beside the first instead of after it. */
function startInTheHead(): Plugin {
  return {
    name: 'start-in-the-head',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_page, { bundle = {} }) => {
        const chunks = Object.values(bundle).filter((part) => part.type === 'chunk');
        const start = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(START)));
        if (!start) throw new Error(`vite.config.ts: found no chunk of ${START}`);
        const styles = [...(start.viteMetadata?.importedCss ?? [])];
        const link = (rel: string, href: string) => ({
          tag: 'link',
          attrs: { rel, crossorigin: true, href: `/${href}` },
          injectTo: 'head' as const,
        });
        return [link('modulepreload', start.fileName), ...styles.map((style) => link('stylesheet', style))];
      },
    },
  };
}

export default defineConfig(({ command }) => ({
  plugins: [
    react(),
    startInTheHead(),
    serviceWorker(),
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
  build: {
    target: 'es2023',
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }, createStartGroup()] } },
    },
  },
  worker: { format: 'es' },
}));
