import { err, failure, ok } from '../../../shared/base';
import { emptyProposal } from '../../../shared/model';
import type { Command } from '../command';
import { usageFailure } from '../read-arguments';

const ids = (all: readonly { readonly id: string }[]): string => all.map(({ id }) => id).join(', ');

export const newProposal: Command = {
  name: 'new',
  usage: '--call ID [--template ID]',
  about: 'In một bản đề xuất trống cho đợt kêu gọi.',
  options: ['call', 'template'],
  operands: [],
  run: ({ option }, { data, say }) => {
    const callId = option('call');
    if (callId === undefined) {
      return usageFailure('Lệnh new thiếu --call.', `Các đợt đang có: ${ids(data.calls)}.`);
    }
    const call = data.calls.find(({ id }) => id === callId);
    if (call === undefined) {
      return err(
        failure('unknown-call', `Không có đợt kêu gọi “${callId}”.`, {
          where: '--call',
          hint: `Các đợt đang có: ${ids(data.calls)}.`,
        }),
      );
    }
    const templateId = option('template') ?? call.templates[0];
    if (templateId === undefined) {
      return err(
        failure('no-template', `Chương trình chưa có mẫu của đợt “${callId}”.`, {
          where: '--call',
          hint: `Có thể chọn một mẫu khác làm khung bằng --template: ${ids(data.templates)}.`,
        }),
      );
    }
    const template = data.templates.find(({ id }) => id === templateId);
    if (template === undefined) {
      return err(
        failure('unknown-template', `Không có mẫu “${templateId}”.`, {
          where: '--template',
          hint: `Các mẫu đang có: ${ids(data.templates)}.`,
        }),
      );
    }
    if (!call.templates.includes(templateId)) {
      say(`Đợt ${callId} không nêu mẫu ${templateId}: cần đối chiếu trước khi nộp.`);
    }
    return ok({ document: emptyProposal(call, template) });
  },
};
