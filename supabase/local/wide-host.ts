import type { Backend } from './backend.ts';
import { hasDemoAccounts, willMakeSample } from './first-start.ts';
import { isLoopback } from './hosts.ts';
import { StartRefused } from './start-refused.ts';

/**
 * Refuses to open the server to other machines where that would give the data away: without encryption, and
 * with the sample commune whose passwords everybody knows, encrypted or not.
 * @throws StartRefused
 */
export async function refuseUnsafeHost(
  database: Pick<Backend, 'query'>,
  { host, isEncrypted, wantsEmpty }: { host: string; isEncrypted: boolean; wantsEmpty: boolean },
): Promise<void> {
  if (isLoopback(host)) return;
  const refuse = (reason: string, advice: string) => {
    throw new StartRefused(`Không mở máy chủ ra ngoài máy này (HOST=${host}): ${reason}. ${advice}`);
  };
  if (await hasDemoAccounts(database)) {
    refuse(
      'dữ liệu có các tài khoản dùng thử mà ai cũng biết mật khẩu',
      'Hãy bỏ HOST; hoặc tạo dữ liệu thật ở thư mục khác: đặt DATA_DIR và chạy npm start -- --empty.',
    );
  }
  if (!isEncrypted) {
    refuse(
      'đường truyền chưa được mã hóa (TLS) nên mật khẩu sẽ đi qua mạng ở dạng đọc được',
      'Hãy đặt TLS_CERT và TLS_KEY (xem docs/vi/cai-dat.md), hoặc bỏ HOST.',
    );
  }
  if (await willMakeSample(database, wantsEmpty)) {
    refuse(
      'thư mục dữ liệu còn trống nên sẽ được đổ xã mẫu có tài khoản dùng thử',
      'Hãy bắt đầu một xã thật: npm start -- --empty.',
    );
  }
}
