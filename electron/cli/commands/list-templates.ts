import { ok } from '../../../shared/base';
import type { Command } from '../command';

export const listTemplates: Command = {
  name: 'templates',
  usage: '',
  about: 'In các mẫu, giới hạn trang và các mục của từng mẫu.',
  options: [],
  operands: [],
  run: (_, { data }) =>
    ok({
      document: data.templates.map(
        ({ id, title, calls, source, standing, pageLimit, typography, sections }) => ({
          id,
          title,
          calls,
          source,
          standing,
          pageLimit,
          style: typography.style,
          ranges: typography.ranges,
          sections: sections.map(({ id: section, numeral, heading, guidance, kind, required }) => ({
            id: section,
            numeral,
            heading,
            guidance,
            kind,
            required,
          })),
        }),
      ),
    }),
};
