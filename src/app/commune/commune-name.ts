import { getLocale } from '../../messages/generated/runtime.js';

/** "Nghi Dương" → "Xã Nghi Dương"; a name that says itself what it is (phường, đặc khu) stays. */
export function communeTitle(name: string): string {
  return getLocale() === 'en' && !saysWhatItIs(name) ? `${name} commune` : officialTitle(name);
}

/** The same as official papers write it, whatever language the page is read in. */
export function officialTitle(name: string): string {
  return saysWhatItIs(name) ? name.charAt(0).toUpperCase() + name.slice(1) : `Xã ${name}`;
}

const saysWhatItIs = (name: string) => /^(xã|phường|thị trấn|đặc khu)\s/iu.test(name);
