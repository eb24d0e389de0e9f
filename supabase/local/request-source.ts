const sources = new WeakMap<Request, string>();

/** Remembers the network address that a request came from: told by the connection, never by a header. */
export function noteSource(request: Request, address: string | undefined): void {
  if (address !== undefined) sources.set(request, address);
}

/** The network address that a request came from; empty for one made inside this process. */
export function sourceOf(request: Request): string {
  return sources.get(request) ?? '';
}
