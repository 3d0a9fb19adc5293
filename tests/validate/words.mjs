// Reads the path of a Word file per line; answers one line of JSON each: its text as mammoth reads it.
import { createInterface } from "node:readline";
import mammoth from "mammoth";

for await (const path of createInterface({ input: process.stdin })) {
  let text = "";
  let trouble = "";
  try {
    text = (await mammoth.extractRawText({ path })).value;
  } catch (error) {
    trouble = String(error);
  }
  console.log(JSON.stringify({ text, trouble }));
}
