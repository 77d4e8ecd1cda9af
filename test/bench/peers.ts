/**
 * The peers, from this folder's own node_modules (`npm run bench` installs them). They are loaded
 * at run time and typed by what is used here, so that the project compiles without them.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Flow } from '../../shared/model';
import { flowToPdfmake } from './flow-to-pdfmake';
import { flowToReactPdf, type ReactPdf } from './flow-to-react-pdf';
import { flowToTypst } from './flow-to-typst';

export interface Typst {
  /** A compiler that knows nothing yet. */
  readonly create: () => { pages: (source: string) => number; pdf: (source: string) => Uint8Array };
  readonly source: (flow: Flow) => string;
}

export interface Peers {
  readonly versions: Readonly<Record<string, string>>;
  readonly typst: Typst;
  readonly pdfmake: (flow: Flow) => Promise<Uint8Array>;
  readonly reactPdf: (flow: Flow) => Promise<Uint8Array>;
}

interface TypstCompiler {
  compile: (what: { mainFileContent: string }) => {
    result: { numOfPages: number } | null;
    takeDiagnostics: () => unknown;
  };
  pdf: (what: { mainFileContent: string }) => Uint8Array;
}

interface Pdfmake {
  setFonts: (fonts: object) => void;
  setUrlAccessPolicy: (policy: () => boolean) => void;
  setLocalAccessPolicy: (policy: () => boolean) => void;
  createPdf: (definition: object) => { getBuffer: () => Promise<Uint8Array> };
}

const styles = (fonts: string) => ({
  normal: join(fonts, 'liberation-serif-regular.ttf'),
  bold: join(fonts, 'liberation-serif-bold.ttf'),
  italics: join(fonts, 'liberation-serif-italic.ttf'),
  bolditalics: join(fonts, 'liberation-serif-bold-italic.ttf'),
});

const requireOf = (projectRoot: string) =>
  createRequire(join(projectRoot, 'test/bench/package.json'));

export const loadTypst = (projectRoot: string): Typst => {
  const { NodeCompiler } = requireOf(projectRoot)('@myriaddreamin/typst-ts-node-compiler') as {
    NodeCompiler: { create: (options: object) => TypstCompiler };
  };
  return {
    source: flowToTypst,
    create: () => {
      const compiler = NodeCompiler.create({
        workspace: projectRoot,
        fontArgs: [{ fontPaths: [join(projectRoot, 'assets/fonts')] }],
      });
      return {
        pages: (source) => {
          const compiled = compiler.compile({ mainFileContent: source });
          if (compiled.result === null) {
            throw new Error(JSON.stringify(compiled.takeDiagnostics()));
          }
          return compiled.result.numOfPages;
        },
        pdf: (source) => compiler.pdf({ mainFileContent: source }),
      };
    },
  };
};

export const loadPeers = async (projectRoot: string): Promise<Peers> => {
  const require = requireOf(projectRoot);
  const fonts = join(projectRoot, 'assets/fonts');
  const versionOf = (name: string): string =>
    (
      require(join(projectRoot, 'test/bench/node_modules', name, 'package.json')) as {
        version: string;
      }
    ).version;

  const pdfmake = require('pdfmake') as Pdfmake;
  pdfmake.setFonts({ LiberationSerif: styles(fonts) });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);

  const reactPdf = (await import(
    // By file: a bundler's and require's conditions both lead to the build for browsers.
    /* @vite-ignore */ pathToFileURL(
      join(projectRoot, 'test/bench/node_modules/@react-pdf/renderer/lib/react-pdf.js'),
    ).href
  )) as ReactPdf & {
    Font: {
      register: (font: object) => void;
      registerHyphenationCallback: (cut: (word: string) => string[]) => void;
    };
    renderToBuffer: (document: unknown) => Promise<Uint8Array>;
  };
  const { createElement } = require('react') as Pick<ReactPdf, 'createElement'>;
  const { normal, bold, italics, bolditalics } = styles(fonts);
  reactPdf.Font.register({
    family: 'LiberationSerif',
    fonts: [
      { src: normal },
      { src: bold, fontWeight: 'bold' },
      { src: italics, fontStyle: 'italic' },
      { src: bolditalics, fontWeight: 'bold', fontStyle: 'italic' },
    ],
  });
  reactPdf.Font.registerHyphenationCallback((word) => [word]);

  return {
    versions: Object.fromEntries(
      ['@myriaddreamin/typst-ts-node-compiler', 'pdfmake', '@react-pdf/renderer'].map((name) => [
        name,
        versionOf(name),
      ]),
    ),
    typst: loadTypst(projectRoot),
    pdfmake: (flow) => pdfmake.createPdf(flowToPdfmake(flow)).getBuffer(),
    reactPdf: (flow) =>
      reactPdf.renderToBuffer(flowToReactPdf(flow, { ...reactPdf, createElement })),
  };
};
