import fs from 'node:fs';
import { createRequire } from 'node:module';
import { serve } from './serving.mjs';

const require = createRequire(process.env.BENCH_NODE + '/');
const PizZip = require('pizzip');
const Docxtemplater = require('docxtemplater');

serve((template, data) => {
  const content = fs.readFileSync(template);
  return () => {
    const document = new Docxtemplater(new PizZip(content), { paragraphLoop: true, linebreaks: true });
    document.render(data);
    return document.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' });
  };
});
