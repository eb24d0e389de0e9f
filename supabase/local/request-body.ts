/** The most bytes that one request may carry. */
export const BODY_LIMIT_BYTES = 10 * 1024 * 1024;

/**
 * Reads a request's body to the end, at most `limit` bytes; 'too large' when it says or turns out to hold more
 * (what follows is not read). Reading happens before the database is taken, so a slow sender holds up nobody.
 */
export async function readBody(
  request: Request,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | 'too large'> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return 'too large';
  if (!request.body) return new Uint8Array();
  const reader = request.body.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.byteLength;
    if (size > limit) {
      // Let go, not cancelled: cancelling would cut the connection before the sender has read why.
      reader.releaseLock();
      return 'too large';
    }
    parts.push(read.value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

/** The answer to a body over the limit. */
export function bodyTooLarge(limit: number): Response {
  const megabytes = Math.floor(limit / (1024 * 1024));
  const body = {
    code: 'PT413',
    message: `Dữ liệu gửi lên lớn hơn ${megabytes} MB nên chưa được nhận; chưa ghi gì cả.`,
    details: null,
    hint: 'Chia tệp thành nhiều phần nhỏ hơn rồi gửi từng phần.',
  };
  // The connection stays: closing it would cut off a sender who is still writing before it reads this. What it still
  // writes is dropped, until the server's time for one request is over.
  return Response.json(body, { status: 413 });
}
