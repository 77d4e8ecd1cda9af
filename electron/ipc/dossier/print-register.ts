import { err, ok, type Result } from '../../../shared/base';
import type { IpcFailure, RegisterRecord } from '../../../shared/ipc';
import type { PaperWords, PrintablePlan } from '../../../shared/model';
import type { Services } from '../services';

const two = (value: number): string => String(value).padStart(2, '0');

/** On this machine's clock, as the window shows it. */
const moment = (at: Date): string =>
  `${two(at.getHours())}:${two(at.getMinutes())} ${at.getDate()}/${at.getMonth() + 1}/${at.getFullYear()}`;

const wordsOf = (entries: readonly RegisterRecord[], now: Date): PaperWords => {
  const broken = entries.filter(({ intact }) => !intact).map(({ id }) => id);
  return {
    fields: {
      printedAt: moment(now),
      entries: String(entries.length),
      chain:
        broken.length === 0
          ? 'Chuỗi băm của sổ nguyên vẹn.'
          : `CHUỖI BĂM BỊ ĐỨT ở dòng ${broken.join(', ')}: sổ đã bị sửa ngoài chương trình.`,
    },
    lists: {
      entries: entries.map((entry) => ({
        number: String(entry.id),
        at: moment(new Date(entry.at)),
        actor: entry.actor === '' ? 'chưa ghi tên' : entry.actor,
        proposal: entry.title,
        text: entry.intact ? entry.text : `[ĐÃ BỊ SỬA] ${entry.text}`,
        code: entry.code,
        pages: entry.pages === null ? '' : String(entry.pages),
        hash: entry.sha256.slice(0, 16),
      })),
    },
  };
};

const noForm: IpcFailure = {
  code: 'not-found',
  message: 'Chương trình thiếu mẫu in của sổ theo dõi.',
  hint: 'Hãy cài lại chương trình.',
};

/** The register on paper, oldest first as in a book. */
export const printRegister = async (
  { dossiers, printPages, now }: Services,
  entries: readonly RegisterRecord[],
): Promise<Result<{ printed: boolean }, IpcFailure>> => {
  const paper = dossiers.papers.find(({ kind }) => kind === 'register');
  if (paper === undefined) return err(noForm);
  const plan: PrintablePlan = {
    id: 'register',
    kind: 'register',
    title: paper.title,
    demand: null,
    required: 'ours',
    condition: '',
    originals: 1,
    copies: 0,
    countKnown: true,
    media: ['paper'],
    proposals: [],
    enclosed: false,
    facts: { organisation: '', tasks: [] },
    source: { kind: 'paper', paper, words: wordsOf(entries.toReversed(), now()) },
  };
  const laid = await dossiers.layPlan(plan);
  if (!laid.ok) return laid;
  const printed = await printPages(laid.value, paper.title);
  return printed.ok ? ok({ printed: printed.value }) : printed;
};
