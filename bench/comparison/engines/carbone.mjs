import { createRequire } from 'node:module';
import { serve } from './serving.mjs';

const require = createRequire(process.env.BENCH_NODE + '/');
const carbone = require('carbone');

serve((template, data) => () => new Promise((resolve, reject) => {
  carbone.render(template, data, (error, made) => (error ? reject(error) : resolve(made)));
}));
