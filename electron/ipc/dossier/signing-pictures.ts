import { createHash } from 'node:crypto';
import { err, nfc, ok, type Result } from '../../../shared/base';
import type { IpcFailure, SigningPicturesRecord } from '../../../shared/ipc';
import { hasSigningRoom, placePictures } from '../../../shared/layout';
import {
  type DossierData,
  type Finding,
  type PageFurniture,
  type PageList,
  type PrintablePlan,
  type SealPicture,
  type SigningPictureKind,
  type SigningPictures,
  sealPictureSchema,
  signingPictureSchema,
  USUAL_SEAL_DIAMETER,
} from '../../../shared/model';
import { paperFlow } from '../../../shared/templates';
import { readSigningPicture } from '../../export';
import type { Store } from '../../store';

/** Stands beside every paper that carries such a picture. */
export const PICTURE_WARNING: Finding = {
  code: 'signature-picture',
  severity: 'warning',
  where: 'Chữ ký và con dấu',
  message:
    'Ảnh chữ ký, con dấu dán trên giấy không phải là chữ ký và không thay được chữ ký số: giấy chỉ có giá trị khi được ký, đóng dấu thật hoặc ký số.',
  hint: 'Chỉ dùng ảnh cho bản xem trước hoặc bản chụp lại văn bản đã ký thật; bản nộp thì in ra ký, đóng dấu, hoặc ký số.',
  section: null,
  field: null,
};

/** At the end of the name of a file with pictures: nobody may take it for the signed one. */
export const WITH_PICTURES = ' (có ảnh chữ ký)';

const NO_SIGNER: IpcFailure = {
  code: 'invalid-value',
  message: 'Chưa có tên đơn vị và người ký nên chưa biết ảnh này là chữ ký của ai.',
  hint: 'Hãy ghi tên đơn vị và họ tên người ký trong phần thông tin hồ sơ.',
};

const NO_SEAL: IpcFailure = {
  code: 'invalid-value',
  message: 'Cá nhân đề xuất không đóng dấu; ảnh con dấu chỉ dùng cho tổ chức có tên.',
  hint: 'Hãy ghi tên tổ chức trong phần thông tin hồ sơ, hoặc chỉ dùng ảnh chữ ký.',
};

const NOTHING_KEPT: IpcFailure = {
  code: 'not-found',
  message: 'Chưa có ảnh chữ ký hoặc con dấu của người ký này.',
  hint: 'Hãy chọn ảnh PNG nền trong suốt trước.',
};

type Answer<T> = Result<T, IpcFailure>;

const plain = (text: string): string => nfc(text).replace(/\s+/gu, ' ').trim().toLowerCase();

/**
 * Under which setting a picture lies: a signature belongs to one signer of one organisation, a seal to
 * the organisation. Another signer never finds it.
 */
const keyOf = ({ organisation, signer }: DossierData, kind: SigningPictureKind): Answer<string> => {
  const owner = plain(organisation.name);
  const name = plain(signer.name);
  if (kind === 'seal' && (owner === '' || organisation.individual)) return err(NO_SEAL);
  if (kind === 'signature' && (owner === '' || name === '')) return err(NO_SIGNER);
  const whose = JSON.stringify(kind === 'seal' ? [owner] : [owner, name]);
  const hash = createHash('sha256').update(whose, 'utf8').digest('hex').slice(0, 32);
  return ok(`${kind}-picture.${hash}`);
};

const readKept = (store: Store, data: DossierData, kind: SigningPictureKind): unknown => {
  const key = keyOf(data, kind);
  const kept = key.ok ? store.readSetting(key.value) : key;
  return kept.ok ? kept.value : null;
};

/** The pictures of who signs this dossier. */
export const readPictures = (store: Store, data: DossierData): SigningPictures => {
  const signature = signingPictureSchema.safeParse(readKept(store, data, 'signature'));
  const seal = sealPictureSchema.safeParse(readKept(store, data, 'seal'));
  return {
    signature: signature.success ? signature.data : null,
    seal: seal.success ? seal.data : null,
  };
};

export const picturesRecord = (store: Store, data: DossierData): SigningPicturesRecord => ({
  ...readPictures(store, data),
  warning: PICTURE_WARNING,
});

/** Keeps a picture that a person chose; refused as `readSigningPicture` refuses. */
export const keepPicture = (
  store: Store,
  data: DossierData,
  kind: SigningPictureKind,
  bytes: Uint8Array,
  addedAt: string,
): Answer<undefined> => {
  const key = keyOf(data, kind);
  if (!key.ok) return key;
  const read = readSigningPicture(bytes, kind);
  if (!read.ok) return err({ ...read.error, code: 'picture-refused' });
  const { width, height, notes } = read.value;
  const png = Buffer.from(bytes).toString('base64');
  const picture = { png, width, height, addedAt, notes: [...notes] };
  const before = readPictures(store, data).seal;
  const value: unknown =
    kind === 'seal'
      ? ({ ...picture, diameter: before?.diameter ?? USUAL_SEAL_DIAMETER } satisfies SealPicture)
      : picture;
  const saved = store.saveSetting(key.value, value);
  return saved.ok ? ok(undefined) : saved;
};

export const forgetPicture = (
  store: Store,
  data: DossierData,
  kind: SigningPictureKind,
): Answer<undefined> => {
  const key = keyOf(data, kind);
  if (!key.ok) return key;
  const saved = store.saveSetting(key.value, null);
  return saved.ok ? ok(undefined) : saved;
};

export const setSealDiameter = (
  store: Store,
  data: DossierData,
  diameter: number,
): Answer<undefined> => {
  const key = keyOf(data, 'seal');
  if (!key.ok) return key;
  const { seal } = readPictures(store, data);
  if (seal === null) return err(NOTHING_KEPT);
  const saved = store.saveSetting(key.value, { ...seal, diameter });
  return saved.ok ? ok(undefined) : saved;
};

/** The pictures that an export asked for; refused where there are none. null: none were asked for. */
export const picturesAsked = (
  store: Store,
  data: DossierData,
  asked: boolean,
): Answer<SigningPictures | null> => {
  if (!asked) return ok(null);
  const { signature, seal } = readPictures(store, data);
  const own = { signature, seal: data.organisation.individual ? null : seal };
  return own.signature === null && own.seal === null ? err(NOTHING_KEPT) : ok(own);
};

/** A commitment is signed by its own enterprise, which may be another one than the proposer. */
const signsAsProposer = ({ kind, source }: PrintablePlan, data: DossierData): boolean => {
  if (kind !== 'commitment' || source.kind !== 'paper') return true;
  const { fields } = source.words;
  return (
    plain(fields['enterprise.name'] ?? '') === plain(data.organisation.name) &&
    plain(fields['enterprise.representative'] ?? '') === plain(data.signer.name)
  );
};

/** What of the pictures may stand on a paper; null where it has no room for them. */
export const picturesOn = (
  plan: PrintablePlan,
  data: DossierData,
  pictures: SigningPictures | null,
): SigningPictures | null =>
  pictures !== null && signsAsProposer(plan, data) && hasSigningRoom(paperFlow(plan))
    ? pictures
    : null;

/** Furniture with the pictures in their places, for preview and print. */
export const withPictures = (
  furniture: PageFurniture,
  plan: PrintablePlan,
  pageList: PageList,
  pictures: SigningPictures | null,
): PageFurniture => {
  const { page } = paperFlow(plan);
  const sides = { left: page.marginLeft, right: page.marginRight };
  const placed = pictures === null ? [] : placePictures(paperFlow(plan), pageList, pictures);
  return { ...furniture, sides, ...(placed.length === 0 ? {} : { pictures: placed }) };
};
