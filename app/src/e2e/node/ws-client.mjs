// npm's ws as a client: runs one check against peer.mjs, prints what it found as JSON, and ends with 1 when a check fails.
//
//   node ws-client.mjs ws://HOST:PORT CHECK [CODE REASON]
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import WebSocket from 'ws';

const [base, check, code, reason] = process.argv.slice(2);

async function open(path, options = {}) {
  const socket = new WebSocket(base + path, { handshakeTimeout: 10_000, ...options });
  socket.inbox = [];
  socket.on('upgrade', (response) => (socket.agreed = response.headers['sec-websocket-extensions'] ?? ''));
  socket.on('message', (data, binary) => socket.inbox.push({ data, binary }));
  socket.waitFor = async (count) => {
    while (socket.inbox.length < count) await once(socket, 'message');
    return socket.inbox;
  };
  await once(socket, 'open');
  return socket;
}

async function closed(socket) {
  const [closeCode, closeReason] = await once(socket, 'close');
  return { code: closeCode, reason: closeReason.toString() };
}

async function echoes(socket, messages) {
  for (const message of messages) socket.send(message);
  const inbox = await socket.waitFor(messages.length);
  messages.forEach((message, i) => {
    assert.equal(inbox[i].binary, typeof message !== 'string');
    assert.ok(Buffer.from(message).equals(inbox[i].data), `message ${i} came back changed`);
  });
}

const checks = {
  async text() {
    const socket = await open('/echo', { perMessageDeflate: false });
    await echoes(socket, ['', 'plain', 'Zwölf Boxkämpfer ✓ 𝄞', 'x'.repeat(125), 'y'.repeat(126), 'z'.repeat(70_000)]);
    return socket;
  },
  async binary() {
    const socket = await open('/echo', { perMessageDeflate: false });
    await echoes(socket, [Buffer.from(Array.from({ length: 256 }, (_, i) => i)), randomBytes(1 << 20), Buffer.alloc(0)]);
    return socket;
  },
  async fragments() {
    const socket = await open('/echo', { perMessageDeflate: false });
    const ponged = once(socket, 'pong');
    socket.send('one ', { fin: false });
    socket.ping('between');
    socket.send('two ', { fin: false });
    socket.send('three', { fin: true });
    assert.equal((await socket.waitFor(1))[0].data.toString(), 'one two three');
    assert.equal((await ponged)[0].toString(), 'between');
    const other = await open('/fragments', { perMessageDeflate: false });
    assert.equal((await other.waitFor(1))[0].data.toString(), 'one two three');
    other.close(1000);
    return socket;
  },
  async deflate() {
    const socket = await open('/echo');
    assert.match(socket.agreed, /permessage-deflate/);
    const text = JSON.stringify({ type: 'update', list: Array.from({ length: 300 }, (_, i) => ({ id: i, name: 'a name' })) });
    await echoes(socket, Array.from({ length: 30 }, (_, i) => `${i} ${text}`));
    return socket;
  },
  async pings() {
    const socket = await open('/ping');
    const ponged = once(socket, 'pong');
    socket.ping('and you');
    assert.equal((await ponged)[0].toString(), 'and you');
    assert.equal((await socket.waitFor(1))[0].data.toString(), 'pong with are you there');
    return socket;
  },
  async closeByClient() {
    const socket = await open('/echo');
    const end = closed(socket);
    socket.close(code === undefined ? undefined : Number(code), reason);
    return { socket, ...(await end) };
  },
  async closeByServer() {
    const socket = await open(`/close?code=${code}&reason=${encodeURIComponent(reason)}`);
    const end = closed(socket);
    socket.send('go');
    return { socket, ...(await end) };
  },
  async terminate() {
    const socket = await open('/terminate');
    const end = closed(socket);
    socket.send('go');
    return { socket, ...(await end) };
  },
  async awaitClose() {
    const socket = await open('/echo');
    const end = closed(socket);
    console.log('open');
    return { socket, ...(await end) };
  },
  async refuse() {
    const socket = new WebSocket(`${base}/refuse`);
    const [, response] = await once(socket, 'unexpected-response');
    const body = (await response.toArray()).join('');
    return { status: response.statusCode, body };
  },
};

const outcome = await checks[check]();
if (outcome instanceof WebSocket) {
  const end = closed(outcome);
  outcome.close(1000, 'checked');
  console.log(JSON.stringify({ extensions: outcome.agreed, ...(await end) }));
} else {
  const { socket, ...rest } = outcome;
  console.log(JSON.stringify({ extensions: socket?.agreed, ...rest }));
}
