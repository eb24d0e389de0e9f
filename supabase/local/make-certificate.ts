// `npm run certificate -- <names or addresses>`: the office's own authority and the server's certificate.
import { networkInterfaces } from 'node:os';
import { dataFolderOf } from './settings.ts';
import { StartRefused } from './start-refused.ts';
import { dayOf } from './tls/certificate.ts';
import { renewCertificate } from './tls/certificate-folder.ts';

try {
  const made = await renewCertificate(dataFolderOf(process.env), process.argv.slice(2));
  console.log(
    [
      `Đã tạo chứng chỉ cho: ${made.names.join(', ')}; có hiệu lực đến ngày ${dayOf(made.validUntil)}.`,
      '',
      'Đặt khi khởi động máy chủ:',
      `    TLS_CERT=${made.certificatePath}`,
      `    TLS_KEY=${made.keyPath}`,
      '    HOST=0.0.0.0',
      '',
      made.isNewAuthority
        ? `Cài chứng chỉ gốc vào từng điện thoại và máy tính, một lần: ${made.authorityPath}`
        : 'Chứng chỉ gốc vẫn như cũ: điện thoại đã cài không phải làm gì. Máy chủ đang chạy tự nhận chứng chỉ mới trong một phút.',
      'Dấu vân tay SHA-256 của chứng chỉ gốc, để so khi cài:',
      `    ${made.fingerprint}`,
    ].join('\n'),
  );
} catch (error) {
  if (!(error instanceof StartRefused)) throw error;
  console.error(error.message);
  const addresses = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address);
  if (addresses.length > 0) console.error(`Địa chỉ của máy này hiện nay: ${addresses.join(', ')}`);
  process.exitCode = 1;
}
