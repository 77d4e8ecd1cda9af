import { describe, expect, it } from 'vitest';
import { linesAPage, roomOf } from '../../../renderer/state/page-room';
import { layoutFlow } from '../../../shared/layout';
import { proposalFlow } from '../../../shared/templates';
import { form } from '../../shared/templates/arbitrary-proposal';

const { style } = form.typography;

describe('room on the pages', () => {
  it('knows how many plain lines a page has', () => {
    const spaced = { ...style, spaceAfter: 0 };
    const text = 'chữ '.repeat(4000);
    const proposal = {
      format: 'ban-de-xuat/proposal' as const,
      version: 1 as const,
      call: 'hp-2023-1882',
      template: form.id,
      style: spaced,
      values: {
        ii: {
          type: 'doc' as const,
          content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
        },
      },
    };
    const full = layoutFlow(proposalFlow(proposal, form)).pages[1];
    expect(Math.floor(linesAPage(spaced))).toBe(full?.lines.length);
  });

  it('rounds what is left down', () => {
    const lines = linesAPage(style);
    const fill = 5 - 3.9 / lines;
    expect(roomOf({ fill, linesOver: 0 }, 5, style)).toEqual({ left: 3, over: 0 });
    expect(roomOf({ fill: 5, linesOver: 0 }, 5, style)).toEqual({ left: 0, over: 0 });
  });

  it('takes what is too much as it was counted', () => {
    expect(roomOf({ fill: 5.2, linesOver: 7 }, 5, style)).toEqual({ left: 0, over: 7 });
  });
});
