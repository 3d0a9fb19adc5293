// The same for Node.js: a request a line on stdin, an answer a line on stdout.
import fs from 'node:fs';
import readline from 'node:readline';

export async function serve(prepare) {
  const prepared = new Map();
  process.stdout.write(JSON.stringify({ ready: true }) + '\n');
  for await (const line of readline.createInterface({ input: process.stdin })) {
    let answer;
    try {
      answer = await answerTo(JSON.parse(line), prepared, prepare);
    } catch (error) {
      const first = Array.isArray(error) ? error[0] : error;
      const inner = first?.properties?.errors?.[0] ?? first;
      answer = { error: String(inner?.message ?? inner).slice(0, 300) };
    }
    process.stdout.write(JSON.stringify(answer) + '\n');
  }
}

async function answerTo(request, prepared, prepare) {
  const key = request.template + '\n' + request.data;
  if (!prepared.has(key)) {
    prepared.set(key, prepare(request.template, JSON.parse(fs.readFileSync(request.data, 'utf8'))));
  }
  const make = prepared.get(key);
  const spent = [];
  let made;
  for (let n = 0; n < request.count; n++) {
    const start = performance.now();
    made = await make();
    spent.push(performance.now() - start);
  }
  if (request.save) fs.writeFileSync(request.save, made);
  return { ms: spent, bytes: made.length };
}
