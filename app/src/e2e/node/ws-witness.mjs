// npm's ws under witness.js: one JSON command a line on standard input, one JSON answer a line on standard output, as browser.mjs.
//
//   node ws-witness.mjs
//   {"id": 1, "do": "evaluate", "with": "1 + 1"}   ->   {"id": 1, "result": 2} or {"id": 1, "error": "…"}
import { createInterface } from 'node:readline';
import WebSocket from 'ws';
import './witness.js';

globalThis.WebSocket = WebSocket;
const evaluate = globalThis.eval;

console.log(JSON.stringify({ ready: 'ws' }));
for await (const line of createInterface({ input: process.stdin })) {
  const { id, with: script } = JSON.parse(line);
  try {
    console.log(JSON.stringify({ id, result: (await evaluate(script)) ?? null }));
  } catch (error) {
    console.log(JSON.stringify({ id, error: error.message }));
  }
}
process.exit(0);
