import { type Finding, type Style, styleFaults, type Template } from '../model';
import { paperFinding } from './proposal-finding';

/** `style-range`: typography outside what the form and Nghị định 30/2020/NĐ-CP allow. */
export const checkStyleRange = (style: Style, template: Template): Finding[] =>
  styleFaults(style, template.typography.ranges).map(({ field, name, sentence }) =>
    paperFinding(
      'style-range',
      'error',
      `Trình bày, ${name.toLowerCase()}`,
      {
        message: sentence,
        hint: 'Hãy chọn lại trong khoảng cho phép; thu nhỏ thêm để đủ trang dễ bị coi là sai thể thức.',
      },
      `style.${field}`,
    ),
  );
