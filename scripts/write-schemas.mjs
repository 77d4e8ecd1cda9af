/** Writes `assets/schemas` from the program's own schemas; a test sees that they agree. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { runnerImport } from 'vite';
import { inProject } from './bring-up/paths.mjs';
import { runMain } from './bring-up/say.mjs';

await runMain(async () => {
  const { module } = await runnerImport(inProject('shared', 'model', 'json-schemas.ts'));
  const folder = inProject('assets', 'schemas');
  mkdirSync(folder, { recursive: true });
  for (const [name, schema] of Object.entries(module.jsonSchemas())) {
    writeFileSync(inProject('assets', 'schemas', name), module.jsonSchemaText(schema));
  }
  return 0;
});
