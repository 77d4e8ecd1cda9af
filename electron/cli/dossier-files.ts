import { err, foldText, ok, type Result } from '../../shared/base';
import { layoutFlow } from '../../shared/layout';
import type { Flow, PrintablePlan } from '../../shared/model';
import { contentsFlow, type DossierRequest, emailOf, paperFlow } from '../../shared/templates';
import { bindPapers, type ExportFormat, emailPackage, exportPaper } from '../export';
import { safeFileName } from '../files';
import type { Surroundings } from './command';
import type { Arguments } from './read-arguments';

const FORMATS: readonly ExportFormat[] = ['pdf', 'docx'];
export interface DrawnPaper {
  readonly plan: PrintablePlan;
  readonly format: ExportFormat;
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** Every paper in both formats; a refusal names its paper. */
export const drawPapers = async (
  plans: readonly PrintablePlan[],
  author: string,
  now: Date,
  around: Surroundings,
): Promise<Result<DrawnPaper[]>> => {
  const drawn: DrawnPaper[] = [];
  for (const plan of plans) {
    around.say(`Kết xuất ${plan.title}…`);
    const flow = paperFlow(plan);
    const pageList = layoutFlow(flow);
    for (const format of FORMATS) {
      const paper = await exportPaper({ format, flow, pageList, author, now });
      if (!paper.ok) return err({ ...paper.error, where: paper.error.where ?? plan.title });
      drawn.push({ plan, format, ...paper.value });
    }
  }
  return ok(drawn);
};

export interface NamedPaper {
  readonly drawn: DrawnPaper;
  readonly name: string;
}

export interface ExtraFile {
  readonly document: 'bound' | 'email';
  readonly format: 'pdf' | 'zip';
  readonly name: string;
  readonly bytes: Uint8Array;
  /** null where there are none to count. */
  readonly pages: number | null;
}

/** '01-cong-van-de-xuat-nhiem-vu.pdf': plain letters survive every mail program. */
export const fileName = (plan: PrintablePlan, at: number, format: ExportFormat): string =>
  safeFileName(
    `${String(at + 1).padStart(2, '0')}-${foldText(plan.title).replace(/[^a-z0-9]+/gu, '-')}`,
    format,
  );

/** The enclosed papers as one PDF behind a contents page. */
const bound = (
  request: DossierRequest,
  drawn: readonly DrawnPaper[],
  now: Date,
): Promise<Result<{ readonly bytes: Uint8Array; readonly pages: number }>> => {
  const own = drawn.filter(({ plan, format }) => format === 'pdf' && plan.enclosed);
  const plans = own.map(({ plan }) => plan);
  const contents = (firstPages: readonly number[]): Flow => {
    const flow = contentsFlow(request, plans, firstPages);
    if (flow === null) throw new Error('the program came without a form for contents');
    return flow;
  };
  return bindPapers({
    papers: own.map(({ plan, bytes }) => ({ title: plan.title, bytes })),
    contents,
    title: 'Hồ sơ đề xuất nhiệm vụ khoa học và công nghệ',
    author: request.dossier.organisation.name,
    now,
  });
};

/** What there is to write besides the papers themselves, by the option that asks for it. */
export const extraFiles = async (
  request: DossierRequest,
  drawn: readonly DrawnPaper[],
  named: readonly NamedPaper[],
  now: Date,
  option: Arguments['option'],
): Promise<Result<ExtraFile[]>> => {
  const extras: ExtraFile[] = [];
  const [bind, email] = [option('bind'), option('email')];
  if (bind !== undefined) {
    const made = await bound(request, drawn, now);
    if (!made.ok) return made;
    extras.push({ document: 'bound', format: 'pdf', name: bind, ...made.value });
  }
  if (email !== undefined) {
    const files = named
      .filter(({ drawn: { plan } }) => plan.enclosed)
      .map(({ name, drawn: { bytes } }) => ({ name, bytes }));
    const sizes = files.map(({ name, bytes }) => ({ name, bytes: bytes.length }));
    const draft = emailOf({ ...request, files: sizes });
    const bytes = emailPackage(draft, files);
    extras.push({ document: 'email', format: 'zip', name: email, bytes, pages: null });
  }
  return ok(extras);
};
