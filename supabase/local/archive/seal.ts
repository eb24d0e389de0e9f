import { armor, Decrypter, Encrypter } from 'age-encryption';
import { ArchiveRefused } from './archive-refused.ts';

/** Encrypts content to an age recipient: who seals cannot open. */
export function seal(content: Uint8Array, recipient: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(content);
}

/**
 * The identity that opens what was sealed, from its own encryption by a passphrase (age, scrypt, armored).
 * @throws ArchiveRefused when the passphrase is another.
 */
export async function openIdentity(sealedIdentity: string, passphrase: string): Promise<string> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase.normalize('NFC'));
  try {
    return await decrypter.decrypt(armor.decode(sealedIdentity), 'text');
  } catch {
    throw new ArchiveRefused(
      'Mật khẩu niêm phong của Công an không đúng; chưa khôi phục gì cả. Hãy nhập lại, hoặc thêm --without-police để khôi phục mà không có dữ liệu an ninh.',
    );
  }
}

/** Opens what was sealed to the recipient of this identity. */
export function unseal(content: Uint8Array, identity: string): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decrypter.decrypt(content);
}
