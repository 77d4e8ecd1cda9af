import type { Measured } from './measure-store';
import type { Outcome } from './outcome';

export interface ReliabilityPage {
  readonly date: string;
  readonly machine: string;
  /** Share of the full numbers that this run did. */
  readonly share: number;
  readonly outcomes: readonly Outcome[];
  /** Runs that have to lose: if they do not, the simulation is too kind. */
  readonly controls: readonly Outcome[];
  readonly figures: readonly Measured[];
}

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '.');

const figuresOf = ({ figures }: Outcome): string =>
  Object.entries(figures)
    .map(([name, amount]) => `${name}: ${grouped(amount)}`)
    .join('; ');

const rowOf = (outcome: Outcome): string =>
  `| ${outcome.id} | ${outcome.fault} | ${grouped(outcome.trials)} | ${grouped(outcome.failures)} | ${figuresOf(outcome)} |`;

const milliseconds = (value: number): string =>
  value < 10 ? value.toFixed(2).replace('.', ',') : grouped(Math.round(value));

/** The page is written by the tests; nobody edits it. */
export const reliabilityPage = (page: ReliabilityPage): string => `# Độ tin cậy của kho dữ liệu

Trang này do \`npm run test:faults\` ghi ra, không sửa bằng tay. Lần chạy: ${page.date}, ${page.machine}, ${Math.round(page.share * 100)} % số lượt đầy đủ.

Lời hứa: thay đổi mà chương trình đã báo "Đã ghi" không bao giờ mất, dù bất cứ một thứ nào hỏng.
"Thất bại" là: mất thay đổi đã báo, đưa ra chữ sai, báo đã ghi mà chưa ghi, hoặc không mở lại được.

| Mã | Sự cố | Số lượt | Thất bại | Ghi chú |
| --- | --- | ---: | ---: | --- |
${page.outcomes.map(rowOf).join('\n')}

## Đối chứng: phải thất bại

Cùng phép thử, nhưng với đĩa nói dối hoặc chương trình không đồng bộ. Nếu các dòng này không mất gì thì phép thử quá dễ và bảng trên không nói lên điều gì.

| Mã | Đối chứng | Số lượt | Thất bại | Ghi chú |
| --- | --- | ---: | ---: | --- |
${page.controls.map(rowOf).join('\n')}

## Số đo của cùng lần chạy (mili giây, máy đang làm việc khác cùng lúc)

| Việc | Trung vị | p99 | Mục tiêu |
| --- | ---: | ---: | --- |
${page.figures.map(({ what, median, p99, goal }) => `| ${what} | ${milliseconds(median)} | ${milliseconds(p99)} | ${goal} |`).join('\n')}
`;
