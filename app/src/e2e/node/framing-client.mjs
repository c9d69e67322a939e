// npm's ws as a client that opens what it is told and tells what it has seen: {"id":1,"do":"visit","with":"ws://…"}, one a line.
import { createInterface } from 'node:readline';
import WebSocket from 'ws';

const visit = (url) =>
  new Promise((resolve) => {
    const seen = [];
    const socket = new WebSocket(url, { maxPayload: 4 << 20 });
    const tell = (kind, data) => seen.push(`${kind} ${data.length} ${data.toString('hex').slice(0, 40)}`.trim());
    socket.on('upgrade', (response) => seen.push(`101 ${response.headers['sec-websocket-extensions'] ?? ''}`.trim()));
    socket.on('message', (data, binary) => tell(binary ? 'binary' : 'text', data));
    socket.on('ping', (data) => tell('ping', data));
    socket.on('pong', (data) => tell('pong', data));
    socket.on('error', (error) => seen.push(`error ${error.code ?? error.message}`));
    socket.on('close', (code, reason) => {
      seen.push(`close ${code} ${reason}`.trim());
      resolve(seen);
    });
  });

console.log(JSON.stringify({ result: 'ready' }));
for await (const line of createInterface({ input: process.stdin })) {
  const { id, with: url } = JSON.parse(line);
  console.log(JSON.stringify({ id, result: await visit(url) }));
}
