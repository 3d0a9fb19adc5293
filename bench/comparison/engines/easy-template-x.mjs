import fs from 'node:fs';
import { createRequire } from 'node:module';
import { serve } from './serving.mjs';

const require = createRequire(process.env.BENCH_NODE + '/');
const { TemplateHandler } = require('easy-template-x');

serve((template, data) => {
  const content = fs.readFileSync(template);
  const handler = new TemplateHandler();
  return async () => Buffer.from(await handler.process(content, data));
});
