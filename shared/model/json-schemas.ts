import { z } from 'zod';
import { CALL_FORMAT, callSchema } from './call';
import { PACK_FORMAT, PACK_VERSION, packSchema } from './pack';
import { PROPOSAL_FORMAT, PROPOSAL_VERSION, proposalEnvelopeSchema } from './proposal';
import { richTextSchema } from './rich-text';
import { TEMPLATE_FORMAT, templateSchema } from './template';
import { valueSchemas } from './values';

const { richText, text: plainText, ...otherValues } = valueSchemas;

/**
 * A proposal file for those who know its form only at run time: any section may hold the value of
 * any kind, Markdown in place of a document, or null for "not answered".
 */
const proposalFileSchema = z.strictObject({
  ...proposalEnvelopeSchema.shape,
  values: z.record(
    z.string(),
    z.union([plainText, richText, ...Object.values(otherValues), z.null()]),
  ),
});

const FORMATS = {
  proposal: { format: PROPOSAL_FORMAT, version: PROPOSAL_VERSION, schema: proposalFileSchema },
  'rich-text': { format: 'ban-de-xuat/rich-text', version: 1, schema: richTextSchema },
  template: { format: TEMPLATE_FORMAT, version: 1, schema: templateSchema },
  call: { format: CALL_FORMAT, version: 1, schema: callSchema },
  pack: { format: PACK_FORMAT, version: PACK_VERSION, schema: packSchema },
} as const;

/**
 * JSON Schemas (2020-12) of the formats other programs read and write, by file name. Their `$id`
 * carries the format's version. What a schema cannot say (real days, sums) the parsers check.
 */
export const jsonSchemas = (): Readonly<Record<string, object>> =>
  Object.fromEntries(
    Object.entries(FORMATS).map(([name, { format, version, schema }]) => [
      `${name}.schema.json`,
      {
        $id: `urn:${format.replace('/', ':')}:${version}`,
        title: `${format}, phiên bản ${version}`,
        ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'ref' }),
      },
    ]),
  );

/** The text of a schema file. */
export const jsonSchemaText = (schema: object): string => `${JSON.stringify(schema, null, 2)}\n`;
