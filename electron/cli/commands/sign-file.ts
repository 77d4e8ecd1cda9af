import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { err, ok, type Result } from '../../../shared/base';
import { findAssetsFolder } from '../../assets';
import { writeFileAtomically } from '../../files';
import { type SignatureBox, type SignedFile, signDocx, signPdf } from '../../sign';
import type { Command, Surroundings } from '../command';
import { type Arguments, usageFailure } from '../read-arguments';
import { placeOf, readBytes } from '../read-bytes';
import { readInstant } from '../read-instant';

const FONT = join('fonts', 'liberation-serif-regular.ttf');

/**
 * Takes the passphrase out of the environment, so that nothing started from here inherits it, and
 * as bytes, so that it can be wiped.
 */
const takePassphrase = (name: string): Result<Uint8Array> => {
  const value = process.env[name];
  if (value === undefined) {
    return usageFailure(
      `Biến môi trường ${name} chưa được đặt.`,
      'Hãy đặt mật khẩu của tệp chứng thư vào biến đó rồi chạy lại.',
    );
  }
  delete process.env[name];
  return ok(Buffer.from(value, 'utf8'));
};

const SHOW =
  /^(\d{1,5})(?::(\d{1,4}(?:\.\d+)?),(\d{1,4}(?:\.\d+)?),(\d{1,4}(?:\.\d+)?)(?:,(\d{1,4}(?:\.\d+)?))?)?$/u;

/** Top right of the page, in the margin: where Nghị định 30 puts the signature of a separate file. */
const TOP_RIGHT = { x: 110, y: 5, width: 80 };

const readBox = async (
  args: Arguments,
  around: Surroundings,
): Promise<Result<SignatureBox | null>> => {
  const show = args.option('show');
  if (show === undefined) return ok(null);
  const match = SHOW.exec(show);
  if (match === null) {
    return usageFailure(
      `“${show}” không phải chỗ đặt chữ ký.`,
      'Hãy ghi TRANG hoặc TRANG:X,Y,RỘNG[,CAO], tính bằng mi-li-mét từ góc trên bên trái, ví dụ 1:110,5,80.',
    );
  }
  const [, page, x, y, width, height] = match;
  const place = x === undefined ? TOP_RIGHT : { x: Number(x), y: Number(y), width: Number(width) };
  const number = args.option('number');
  const picture = args.option('image');
  const image = picture === undefined ? null : await readBytes(picture, around);
  if (image !== null && !image.ok) return image;
  return ok({
    page: Number(page),
    ...place,
    ...(height === undefined ? {} : { height: Number(height) }),
    ...(number === undefined ? {} : { documentNumber: number }),
    ...(image === null ? {} : { image: image.value }),
    font: await readFile(join(findAssetsFolder(), FONT)),
  });
};

const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';

const sign = async (
  bytes: Uint8Array,
  p12: Uint8Array,
  passphrase: Uint8Array,
  now: Date,
  args: Arguments,
  around: Surroundings,
): Promise<Result<SignedFile>> => {
  const box = isPdf(bytes) ? await readBox(args, around) : ok(null);
  if (!box.ok) return box;
  const reason = args.option('reason');
  const location = args.option('location');
  const options = {
    p12,
    passphrase,
    now: now.getTime(),
    ...(reason === undefined ? {} : { reason }),
    ...(location === undefined ? {} : { location }),
  };
  if (!isPdf(bytes)) return signDocx(bytes, options);
  return signPdf(bytes, box.value === null ? options : { ...options, box: box.value });
};

export const signFile: Command = {
  name: 'sign',
  usage:
    'FILE --p12 FILE --pass-env NAME --out FILE [--reason TEXT] [--location TEXT] [--show PAGE[:X,Y,W[,H]]] [--number TEXT] [--image PNG] [--now ISO]',
  about: 'Ký số tệp PDF hoặc DOCX bằng tệp chứng thư PKCS#12; mật khẩu lấy từ biến môi trường.',
  options: ['p12', 'pass-env', 'out', 'reason', 'location', 'show', 'number', 'image', 'now'],
  operands: ['FILE'],
  run: async (args, around) => {
    const [file = ''] = args.operands;
    const missing = ['p12', 'pass-env', 'out'].find((name) => args.option(name) === undefined);
    if (missing !== undefined) {
      return usageFailure(
        `Lệnh sign thiếu --${missing}.`,
        'Cách dùng: sign FILE --p12 FILE --pass-env NAME --out FILE.',
      );
    }
    const out = resolve(around.folder, args.option('out') ?? '');
    if (file !== '-' && resolve(around.folder, file) === out) {
      return usageFailure('Tệp ký trùng với tệp gốc.', 'Hãy ghi một tên khác sau --out.');
    }
    const now = readInstant(args.option('now'), around.now);
    if (!now.ok) return now;
    const bytes = await readBytes(file, around);
    if (!bytes.ok) return bytes;
    const p12 = await readBytes(args.option('p12') ?? '', around);
    if (!p12.ok) return p12;
    const passphrase = takePassphrase(args.option('pass-env') ?? '');
    if (!passphrase.ok) return passphrase;
    try {
      const signed = await sign(bytes.value, p12.value, passphrase.value, now.value, args, around);
      if (!signed.ok) return err({ where: placeOf(file), ...signed.error });
      const written = await writeFileAtomically(out, signed.value.bytes);
      if (!written.ok) return written;
      const { signer, signedAt } = signed.value;
      const { path, sha256 } = written.value;
      return ok({ document: { path, sha256, signer, signedAt } });
    } finally {
      passphrase.value.fill(0);
    }
  },
};
