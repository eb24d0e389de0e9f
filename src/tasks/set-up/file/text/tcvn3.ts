// The one-byte encoding TCVN 5712:1993 ("TCVN3", fonts named .VnTime) from 0xA1 to 0xFF. The five marks that stand
// alone at 0xB0-0xB4 are left as they are: fonts never used them.
const LETTERS =
  'ĂÂÊÔƠƯĐăâêôơưđẰ°±²³´àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩ' + 'íịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ';

// Half of the encoding's small letters; at their places neither Unicode nor windows-1258 has a letter.
const TELLING = /[¡-¯µ-¹»-¾]/;
const WORD = /[A-Za-z\u00a1-\u00ff]*[\u00a1-\u00ff][A-Za-z\u00a1-\u00ff]*/g;
const BEYOND_LATIN = /[\u0100-\u1eff]/;

/** Text of TCVN3, whose bytes were taken for Latin-1, as Unicode. */
export function fromTcvn3(text: string): string {
  return text.replace(/[\u00a1-\u00ff]/g, (sign) => LETTERS.charAt(sign.charCodeAt(0) - 0xa1));
}

/**
 * Whether texts are TCVN3 taken for Latin-1 ("Th«n" for "Thôn"): no letter that only Unicode has, and among the
 * words with a sign of the upper half two of five or more with one that is no letter anywhere else.
 */
export function looksLikeTcvn3(texts: Iterable<string>): boolean {
  let words = 0;
  let telling = 0;
  for (const text of texts) {
    if (BEYOND_LATIN.test(text)) return false;
    for (const [word] of text.matchAll(WORD)) {
      if (!/[A-Za-z]/.test(word)) continue;
      words += 1;
      if (TELLING.test(word)) telling += 1;
    }
  }
  return telling > 0 && telling * 5 >= words * 2;
}
