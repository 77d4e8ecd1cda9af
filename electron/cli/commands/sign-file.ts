import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { err, ok, type Result } from '../../../shared/base';
import { findAssetsFolder } from '../../assets';
import { writeFileAtomically } from '../../files';
import type { SignatureBox } from '../../sign';
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

/** Millimetres; without a place the box stands top right, in the margin. */
const WIDTH = 80;

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
  const place =
    x === undefined ? { width: WIDTH } : { x: Number(x), y: Number(y), width: Number(width) };
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

const readOptions = async (args: Arguments, around: Surroundings) => {
  const box = await readBox(args, around);
  if (!box.ok) return box;
  const reason = args.option('reason');
  const location = args.option('location');
  return ok({
    ...(reason === undefined ? {} : { reason }),
    ...(location === undefined ? {} : { location }),
    ...(box.value === null ? {} : { box: box.value }),
  });
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
    const options = await readOptions(args, around);
    if (!options.ok) return options;
    const passphrase = takePassphrase(args.option('pass-env') ?? '');
    if (!passphrase.ok) return passphrase;
    // Loaded here: no other command has to wait for the libraries of signing.
    const { signAnyFile } = await import('../../sign');
    const signed = await signAnyFile(bytes.value, {
      p12: p12.value,
      passphrase: passphrase.value,
      now: now.value.getTime(),
      ...options.value,
    });
    if (!signed.ok) return err({ where: placeOf(file), ...signed.error });
    const written = await writeFileAtomically(out, signed.value.bytes);
    if (!written.ok) return written;
    const { signer, signedAt } = signed.value;
    const { path, sha256 } = written.value;
    return ok({ document: { path, sha256, signer, signedAt } });
  },
};
