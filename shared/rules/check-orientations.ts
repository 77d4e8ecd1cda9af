import { type Call, type Compliance, type Finding, findOrientation } from '../model';

const LONGEST_TITLE = 80;

const shortened = (text: string): string =>
  text.length <= LONGEST_TITLE ? text : `${text.slice(0, text.lastIndexOf(' ', LONGEST_TITLE))} …`;

/**
 * `orientation-unanswered`: an orientation the person chose has no section that answers it, or all
 * the sections named are still empty. `answered` holds the ids of the sections with words in them.
 */
export const checkOrientations = (
  call: Pick<Call, 'orientations'>,
  compliance: Compliance,
  answered: ReadonlySet<string>,
): Finding[] => {
  const findings: Finding[] = [];
  for (const id of compliance.chosen) {
    const orientation = findOrientation(call.orientations, id);
    const where = `Định hướng ${id}`;
    const sections = compliance.answers[id] ?? [];
    const finding = (message: string, hint: string): Finding => ({
      code: 'orientation-unanswered',
      severity: 'warning',
      where,
      message,
      hint,
      section: sections[0] ?? null,
      field: null,
    });
    if (orientation === null) {
      findings.push(
        finding(
          `Định hướng ${id} đã chọn không còn trong đợt kêu gọi này.`,
          'Hãy bỏ chọn hoặc chọn định hướng khác của đợt.',
        ),
      );
    } else if (sections.length === 0) {
      findings.push(
        finding(
          `Chưa có mục nào trả lời định hướng “${shortened(orientation.text)}”.`,
          'Hãy đánh dấu mục trả lời định hướng này, hoặc bỏ chọn định hướng.',
        ),
      );
    } else if (!sections.some((section) => answered.has(section))) {
      findings.push(
        finding(
          `Các mục trả lời định hướng “${shortened(orientation.text)}” đều còn trống.`,
          'Hãy viết mục đã đánh dấu, hoặc chỉ sang mục khác.',
        ),
      );
    }
  }
  return findings;
};
