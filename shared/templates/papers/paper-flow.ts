import { A4, mm, mmToWholeTwip, nfc, pt, ptToWholeTwip, twip } from '../../base';
import type {
  Block,
  Flow,
  PageGeometry,
  Paper,
  PaperBlock,
  PaperWords,
  PrintablePlan,
} from '../../model';
import { proposalFlow } from '../flow-builder';
import { wordsOf } from './fill-text';
import { columnOf, type PaperColumn, paperParagraphs } from './paper-paragraphs';
import { columnsTable, dataTable } from './paper-tables';

const pageOf = ({ orientation, typography }: Paper): PageGeometry => {
  const { margins, pageNumber, fontSize } = typography;
  const upright = orientation === 'portrait';
  return {
    width: upright ? A4.width : A4.height,
    height: upright ? A4.height : A4.width,
    marginTop: mmToWholeTwip(mm(margins.top)),
    marginBottom: mmToWholeTwip(mm(margins.bottom)),
    marginLeft: mmToWholeTwip(mm(margins.left)),
    marginRight: mmToWholeTwip(mm(margins.right)),
    pageNumber:
      pageNumber === null
        ? null
        : {
            fromPage: pageNumber.fromPage,
            fontSize: ptToWholeTwip(pt(Math.max(13, fontSize))),
            fromTop: mmToWholeTwip(mm(pageNumber.fromTop)),
          },
  };
};

const blocksOf = (
  block: PaperBlock,
  words: PaperWords,
  id: string,
  column: PaperColumn,
): readonly Block[] => {
  if (block.kind === 'lines') return paperParagraphs(block.lines, words, words.fields, id, column);
  const { when } = block;
  if (
    when !== null &&
    wordsOf(words.fields, when) === '' &&
    (words.lists[when] ?? []).length === 0
  ) {
    return [];
  }
  return [
    block.kind === 'columns'
      ? columnsTable(block, words, id, column)
      : dataTable(block, words, id, column),
  ];
};

/** A paper with its words filled in, ready to be laid out. */
export const flowOfPaper = (paper: Paper, words: PaperWords, title: string): Flow => {
  const page = pageOf(paper);
  const column = columnOf(paper, twip(page.width - page.marginLeft - page.marginRight));
  return {
    page,
    blocks: paper.blocks.flatMap((block, at) => blocksOf(block, words, `b${at}`, column)),
    language: 'vi-VN',
    title: nfc(title),
  };
};

/** The flow of a paper of a dossier; of a proposal, its own. */
export const paperFlow = ({ source, title }: PrintablePlan): Flow =>
  source.kind === 'proposal'
    ? proposalFlow(source.proposal, source.template)
    : flowOfPaper(source.paper, source.words, title);
