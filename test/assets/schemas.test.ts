import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { emptyProposal } from '../../shared/model';
import { jsonSchemas, jsonSchemaText } from '../../shared/model/json-schemas';
import { form } from '../shared/templates/arbitrary-proposal';

const folder = new URL('../../assets/schemas/', import.meta.url);
const asset = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../assets/${path}`, import.meta.url), 'utf8'));
const schemas = jsonSchemas();

/** Reads the schema file the way another program does: without any code of ours. */
const fits = (name: string, value: unknown): boolean => {
  const schema = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  return z.fromJSONSchema(schema).safeParse(value).success;
};

describe('JSON schemas', () => {
  test('are what the program’s own schemas give (npm run schemas writes them)', () => {
    expect(readdirSync(folder).sort()).toEqual(Object.keys(schemas).sort());
    for (const [name, schema] of Object.entries(schemas)) {
      expect(readFileSync(new URL(name, folder), 'utf8'), name).toBe(jsonSchemaText(schema));
    }
  });

  test('carry the version of their format', () => {
    expect(Object.values(schemas).map((schema) => (schema as { $id: string }).$id)).toEqual([
      'urn:ban-de-xuat:proposal:1',
      'urn:ban-de-xuat:rich-text:1',
      'urn:ban-de-xuat:template:1',
      'urn:ban-de-xuat:call:1',
      'urn:ban-de-xuat:pack:1',
    ]);
  });

  test('take the shipped data, the example, an empty proposal and Markdown', () => {
    const example = asset('examples/de-xuat-mau.json') as { values: Record<string, unknown> };
    expect(fits('proposal.schema.json', example)).toBe(true);
    expect(fits('rich-text.schema.json', example.values['iv'])).toBe(true);
    expect(fits('proposal.schema.json', emptyProposal({ id: 'hp-2023-1882' }, form))).toBe(true);
    expect(fits('proposal.schema.json', { ...example, values: { ii: '- **a**', ix: null } })).toBe(
      true,
    );
    expect(fits('template.schema.json', asset('templates/hp-2023-bdx.json'))).toBe(true);
    for (const name of readdirSync(new URL('../../assets/calls/', import.meta.url))) {
      expect(fits('call.schema.json', asset(`calls/${name}`)), name).toBe(true);
    }
  });

  test('refuse what the program refuses', () => {
    const example = asset('examples/de-xuat-mau.json') as Record<string, unknown>;
    expect(fits('proposal.schema.json', { ...example, version: 2 })).toBe(false);
    expect(fits('proposal.schema.json', { ...example, extra: 1 })).toBe(false);
    const image = { type: 'doc', content: [{ type: 'image', attrs: { src: 'x' } }] };
    expect(fits('proposal.schema.json', { ...example, values: { ii: image } })).toBe(false);
    expect(fits('rich-text.schema.json', image)).toBe(false);
  });
});
