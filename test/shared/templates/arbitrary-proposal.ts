import fc from 'fast-check';
import formJson from '../../../assets/templates/hp-2023-bdx.json';
import {
  markTypes,
  type Proposal,
  type RichTextBlock,
  type RichTextDoc,
  type RichTextInline,
  type RichTextTable,
  templateSchema,
} from '../../../shared/model';

export const form = templateSchema.parse(formJson);

const words = fc
  .array(
    fc.constantFrom('năng', 'suất', 'chất', 'lượng', 'đề', 'xuất', 'ISO 9001', '5S', 'Đình Vũ'),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(' '));

const marks = fc
  .uniqueArray(fc.constantFrom(...markTypes), { maxLength: 3 })
  .map((types) => types.map((type) => ({ type })));

const inline: fc.Arbitrary<RichTextInline> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant('text' as const), text: words, marks }) },
  { weight: 1, arbitrary: fc.constant({ type: 'hardBreak' as const }) },
);

const { block } = fc.letrec<{ block: RichTextBlock }>((tie) => {
  const blocks = fc.array(tie('block'), { maxLength: 3, depthIdentifier: 'rich-text' });
  const item = fc.record({ type: fc.constant('listItem' as const), content: blocks });
  const cell = fc.record({
    type: fc.constantFrom('tableCell' as const, 'tableHeader' as const),
    attrs: fc.record({
      colspan: fc.integer({ min: 1, max: 4 }),
      rowspan: fc.integer({ min: 1, max: 4 }),
      colwidth: fc.option(fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 3 })),
    }),
    content: blocks,
  });
  const row = fc.record({
    type: fc.constant('tableRow' as const),
    content: fc.array(cell, { maxLength: 4 }),
  });
  return {
    block: fc.oneof(
      { depthIdentifier: 'rich-text', maxDepth: 3, withCrossShrink: true },
      fc.record({
        type: fc.constant('paragraph' as const),
        attrs: fc.record({
          textAlign: fc.constantFrom(null, 'left' as const, 'center' as const, 'justify' as const),
        }),
        content: fc.array(inline, { maxLength: 4 }),
      }),
      fc.record({
        type: fc.constant('bulletList' as const),
        content: fc.array(item, { maxLength: 3 }),
      }),
      fc.record({
        type: fc.constant('orderedList' as const),
        attrs: fc.record({ start: fc.integer({ min: 0, max: 30 }) }),
        content: fc.array(item, { maxLength: 3 }),
      }),
      fc.record({
        type: fc.constant('table' as const),
        content: fc.array(row, { maxLength: 4 }),
      }) as fc.Arbitrary<RichTextTable>,
    ),
  };
});

export const arbitraryDoc: fc.Arbitrary<RichTextDoc> = fc.record({
  type: fc.constant('doc' as const),
  content: fc.array(block, { maxLength: 4 }),
});

const month = fc.option(
  fc
    .tuple(fc.integer({ min: 2020, max: 2030 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, of]) => `${year}-${String(of).padStart(2, '0')}`),
);
const amount = fc.option(fc.integer({ min: 0, max: 9_000_000_000 }));

const style = fc.record({
  fontSize: fc.constantFrom(13, 13.5, 14),
  lineSpacing: fc.constantFrom(1, 1.15, 1.5),
  spaceAfter: fc.integer({ min: 6, max: 12 }),
  margins: fc.record({
    top: fc.integer({ min: 20, max: 25 }),
    bottom: fc.integer({ min: 20, max: 25 }),
    left: fc.integer({ min: 30, max: 35 }),
    right: fc.integer({ min: 15, max: 20 }),
  }),
  indent: fc.constantFrom(10, 12.7),
});

const docs = Object.fromEntries(
  form.sections.filter(({ kind }) => kind === 'richText').map(({ id }) => [id, arbitraryDoc]),
);

export const arbitraryProposal: fc.Arbitrary<Proposal> = fc
  .record({
    style,
    values: fc.record(
      {
        i: words,
        ...docs,
        viii: fc.record({ from: month, to: month, months: fc.option(fc.nat({ max: 60 })) }),
        ix: fc.record({ total: amount, state: amount, matching: amount }),
        x: fc.record({
          name: words,
          address: words,
          contact: fc.record({ name: words, position: words, phone: words, email: words }),
        }),
        'x-4': fc.array(words, { maxLength: 3 }),
      },
      { requiredKeys: [] },
    ),
  })
  .map((parts) => ({
    format: 'ban-de-xuat/proposal' as const,
    version: 1 as const,
    call: 'hp-2023-1882',
    template: form.id,
    style: parts.style,
    // The generator leaves keys out; a proposal has no undefined values.
    values: parts.values as Proposal['values'],
  }));
