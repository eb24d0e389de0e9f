import type { Backend } from './backend.ts';

const WORD = /^--police-code(?:=(.*))?$/;

/**
 * Answers `npm start -- --police-code` (or `--police-code=11713` where there are several communes): the one-time
 * code that makes the first police member of a commune, in words for the terminal; null when it is not asked for.
 * It comes from here because nobody on the map may appoint police but police themselves.
 */
export async function policeCodeWords(
  database: Pick<Backend, 'query'>,
  words: readonly string[],
): Promise<string | null> {
  const asked = words.map((word) => WORD.exec(word)).find((found) => found !== null);
  if (!asked) return null;
  try {
    const [row] = await database.query<{ code: string }>('select app.issue_police_code($1) as code', [
      asked[1] || null,
    ]);
    return [
      'Mã để Công an xã tạo tài khoản đầu tiên. Mở địa chỉ bên dưới, thêm /ma vào cuối, rồi nhập mã:',
      '',
      `    ${row?.code}`,
      '',
      'Mã chỉ hiện ở đây, dùng được một lần trong 7 ngày. Hãy trao tận tay Công an xã; chạy lại lệnh để có mã mới.',
    ].join('\n');
  } catch (error) {
    const refused = REFUSALS[hintOf(error)];
    if (!refused) throw error;
    return refused;
  }
}

const REFUSALS: Readonly<Record<string, string>> = {
  has_police:
    'Không cấp mã: xã đã có Công an trên bản đồ; Công an tự thêm đồng nghiệp ở trang "Thành viên". ' +
    'Nếu Công an quên mật khẩu mà không còn ai cấp lại, người quản trị ngừng tài khoản đó trước, rồi chạy lại lệnh này.',
  no_commune: 'Không cấp mã: máy chủ chưa có xã nào như vậy.',
  several_communes:
    'Không cấp mã: máy chủ có nhiều xã. Hãy ghi mã số của xã, ví dụ: npm start -- --police-code=11713',
};

function hintOf(error: unknown): string {
  return error instanceof Error && 'hint' in error ? String(error.hint) : '';
}
