import { ok, type Result } from '../../shared/base';
import type { PageFurniture } from '../../shared/model';
import { type DossierRequest, emailOf, papersOf } from '../../shared/templates';
import {
  bindDossier,
  type DrawnFile,
  drawPapers,
  drawPlan,
  emailPackage,
  paperName,
} from '../export';
import { safeFileName } from '../files';
import type { Surroundings } from './command';
import type { Arguments } from './read-arguments';

/** A file that a command writes into the folder of a dossier. */
export interface DossierFile {
  /** The paper's id, 'bound' or 'email'. */
  readonly document: string;
  readonly format: 'pdf' | 'docx' | 'zip';
  readonly name: string;
  readonly bytes: Uint8Array;
  /** null where there are none to count. */
  readonly pages: number | null;
}

export interface DossierDrawing {
  /** ISO 8601. */
  readonly now: string;
  readonly furnitureOf: (paper: string) => PageFurniture;
}

/** '01-cong-van-de-xuat-nhiem-vu.pdf': plain letters survive every mail program. */
const nameOf = ({ plan, at, format }: DrawnFile): string =>
  safeFileName(paperName(plan, at), format);

const bound = (
  { call, papers, dossier }: DossierRequest,
  drawn: readonly DrawnFile[],
  { now, furnitureOf }: DossierDrawing,
) =>
  bindDossier({
    dossier: { call, papers, dossier },
    papers: drawn
      .filter(({ plan, format }) => format === 'pdf' && plan.enclosed)
      .map(({ plan, bytes }) => ({ title: plan.title, bytes })),
    furniture: furnitureOf('contents'),
    now,
  });

const packed = (
  request: DossierRequest,
  drawn: readonly DrawnFile[],
): { readonly bytes: Uint8Array } => {
  const files = drawn
    .filter(({ plan }) => plan.enclosed)
    .map((file) => ({ name: nameOf(file), bytes: file.bytes }));
  const sizes = files.map(({ name, bytes }) => ({ name, bytes: bytes.length }));
  return { bytes: emailPackage(emailOf({ ...request, files: sizes }), files) };
};

/**
 * Every paper in both formats, and what the options ask for besides: `--bind NAME.pdf`, `--email
 * NAME.zip`. All are drawn before the first is written; a refusal names its paper.
 */
export const dossierFiles = async (
  request: DossierRequest,
  drawing: DossierDrawing,
  option: Arguments['option'],
  around: Surroundings,
): Promise<Result<DossierFile[]>> => {
  const drawn = await drawPapers({
    ...drawing,
    plans: papersOf(request),
    draw: drawPlan,
    onPaper: ({ title }) => around.say(`Kết xuất ${title}…`),
  });
  if (!drawn.ok) return drawn;
  const files: DossierFile[] = drawn.value.map((file) => ({
    document: file.plan.id,
    format: file.format,
    name: nameOf(file),
    bytes: file.bytes,
    pages: file.pages,
  }));
  const [bind, email] = [option('bind'), option('email')];
  if (bind !== undefined) {
    const made = await bound(request, drawn.value, drawing);
    if (!made.ok) return made;
    files.push({ document: 'bound', format: 'pdf', name: bind, ...made.value });
  }
  if (email !== undefined) {
    const made = packed(request, drawn.value);
    files.push({ document: 'email', format: 'zip', name: email, ...made, pages: null });
  }
  return ok(files);
};
