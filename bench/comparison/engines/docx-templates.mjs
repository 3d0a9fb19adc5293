import fs from 'node:fs';
import { createRequire } from 'node:module';
import { serve } from './serving.mjs';

const require = createRequire(process.env.BENCH_NODE + '/');
const { createReport } = require('docx-templates');

// No sandbox: the faster way, and the one its manual gives for templates that are trusted.
serve((template, data) => {
  const content = fs.readFileSync(template);
  return async () => Buffer.from(await createReport({ template: content, data, cmdDelimiter: ['{', '}'], noSandbox: true }));
});
