/**
 * Lays the page's own files on this device, so that it opens without a network. Only a build has a service worker,
 * and only a secure page (https, or this very machine) may have one; elsewhere the page goes on without.
 */
export async function registerServiceWorker(): Promise<void> {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);
}
