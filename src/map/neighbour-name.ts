import { m } from '../messages/generated/messages.js';

/** "An Hưng" is written "Xã An Hưng"; what says itself that it is a ward or a town stays as it is. */
export function neighbourName(name: string): string {
  return /^(xã|phường|thị trấn|đặc khu)\s/iu.test(name) ? name : m.map_neighbour({ name });
}
