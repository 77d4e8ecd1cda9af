/**
 * One cold start, in a process of its own: `ours` from loading the engine to the first count, `typst`
 * from creating the compiler to the first count. Prints milliseconds; what both need before (reading
 * the proposal, making Typst's source) is not in them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Proposal } from '../../shared/model';
import { readBenchText } from './bench-proposals';

const [what = 'ours', projectRoot = '.'] = process.argv.slice(2);
const example = JSON.parse(
  readFileSync(join(projectRoot, 'assets/examples/de-xuat-mau.json'), 'utf8'),
) as Proposal;

const { template, five } = readBenchText(projectRoot, example);

if (what === 'ours') {
  const start = performance.now();
  const [{ proposalFlow }, { layoutFlow }] = await Promise.all([
    import('../../shared/templates'),
    import('../../shared/layout'),
  ]);
  const { pages } = layoutFlow(proposalFlow(five, template));
  process.stdout.write(`${performance.now() - start} ${pages.length}`);
} else {
  const { proposalFlow } = await import('../../shared/templates');
  const { loadTypst } = await import('./peers');
  const typst = loadTypst(projectRoot);
  const source = typst.source(proposalFlow(five, template));
  const start = performance.now();
  const pages = typst.create().pages(source);
  process.stdout.write(`${performance.now() - start} ${pages}`);
}
