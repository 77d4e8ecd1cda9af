import type { KeptOutcomes, KeptRow } from './kept-outcomes';
import type { Outcome } from './outcome';

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '.');

/** What the tests count, in the words of the page. */
const WORDS: Readonly<Record<string, string>> = {
  acknowledged: 'thay đổi đã báo',
  'done, not yet acknowledged': 'đã ghi mà chưa kịp báo',
  changes: 'thay đổi của đĩa đã ghi lại',
  healed: 'tự chữa khi mở',
  'recovered when asked': 'dựng lại khi bấm Phục hồi',
  refused: 'bị từ chối, có lời',
  told: 'lần báo trên thanh trạng thái',
  'refused, said so': 'bị từ chối, có lời',
  done: 'làm được',
  'without effect': 'không ảnh hưởng',
  mended: 'đã sửa',
  named: 'gọi tên chỗ hỏng',
  'not opened, said so': 'không mở, có lời',
  'refused on reading': 'từ chối khi đọc',
  'still old': 'còn bản cũ',
  new: 'đã lên bản mới',
  kept: 'bản sao lưu còn giữ',
  backups: 'bản sao lưu còn giữ cuối ngày',
  'came in, told truly': 'nội dung khác nhưng khai thật, nhập được',
  'slowest answer, ms': 'trả lời chậm nhất (ms)',
  'slowest return, ms': 'có lại chữ và con trỏ chậm nhất (ms)',
};

const notesOf = ({ figures, most }: Outcome): string =>
  [...Object.entries(figures), ...Object.entries(most)]
    .map(([name, amount]) => `${WORDS[name] ?? name}: ${grouped(amount)}`)
    .join('; ');

const dayText = (day: string): string => day.split('-').reverse().join('/');

const daysOf = ({ first, last }: KeptRow): string =>
  first === last ? dayText(last) : `${dayText(first)} – ${dayText(last)}`;

const sourcesOf = ({ firstSource = '', source }: KeptRow): string =>
  firstSource === '' || firstSource === source ? source : `${firstSource} – ${source}`;

const rowText = (row: KeptRow): string => {
  const { id, fault, trials, failures } = row.outcome;
  const cells = [
    id,
    fault,
    grouped(trials),
    grouped(failures),
    grouped(row.reduced),
    grouped(row.full),
    daysOf(row),
    sourcesOf(row),
    notesOf(row.outcome),
  ];
  return `| ${cells.join(' | ')} |`;
};

const HEAD = `| Mã | Sự cố | Số lượt | Thất bại | Lượt trong \`npm test\` | Lượt đầy đủ | Ngày chạy | Mã nguồn | Ghi chú |
| --- | --- | ---: | ---: | ---: | ---: | --- | --- | --- |`;

const milliseconds = (value: number): string =>
  value < 10 ? value.toFixed(2).replace('.', ',') : grouped(Math.round(value));

const figuresText = (figures: KeptOutcomes['figures']): string =>
  figures === null
    ? ''
    : `
## Số đo (mili giây; máy có thể đang làm việc khác cùng lúc)

Đo ngày ${dayText(figures.date)}, ${figures.machine}.

| Việc | Trung vị | p99 | Mục tiêu |
| --- | ---: | ---: | --- |
${figures.rows.map(({ what, median, p99, goal }) => `| ${what} | ${milliseconds(median)} | ${milliseconds(p99)} | ${goal} |`).join('\n')}
`;

/** The page is written by the tests; nobody edits it. */
export const reliabilityPage = ({ rows, figures }: KeptOutcomes): string => {
  const machines = [...new Set(rows.map(({ machine }) => machine))].join('; ');
  return `# Độ tin cậy của kho dữ liệu

Trang này do \`npm run test:faults\` ghi ra, không sửa bằng tay. Mỗi dòng cộng dồn các lần chạy của nó; cột "Lượt trong \`npm test\`" là số lượt chạy ở mỗi lần kiểm thử, cột "Lượt đầy đủ" là số lượt phải đạt trước khi phát hành; cột "Mã nguồn" là bản đã thử, ở lần chạy đầu – ở lần chạy cuối. Máy: ${machines}.

Lời hứa: thay đổi mà chương trình đã báo "Đã ghi" không bao giờ mất, dù bất cứ một thứ nào hỏng.
"Thất bại" là: mất thay đổi đã báo, đưa ra chữ sai, báo đã ghi mà chưa ghi, hoặc không mở lại được.

${HEAD}
${rows
  .filter(({ isControl }) => !isControl)
  .map(rowText)
  .join('\n')}

## Đối chứng: phải thất bại

Cùng phép thử, nhưng với đĩa nói dối hoặc chương trình không đồng bộ. Nếu các dòng này không mất gì thì phép thử quá dễ và bảng trên không nói lên điều gì.

${HEAD}
${rows
  .filter(({ isControl }) => isControl)
  .map(rowText)
  .join('\n')}
${figuresText(figures)}`;
};
