import { getLocale } from '../../messages/generated/runtime.js';

/** "Nghi Dương" → "Xã Nghi Dương"; a name that says itself what it is (phường, đặc khu) stays. */
export function communeTitle(name: string): string {
  if (/^(xã|phường|thị trấn|đặc khu)\s/iu.test(name)) return name.charAt(0).toUpperCase() + name.slice(1);
  return getLocale() === 'en' ? `${name} commune` : `Xã ${name}`;
}
