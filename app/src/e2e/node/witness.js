// What a WebSocket client sees, put in words; the same script for Chromium's WebSocket and for npm's ws.
//
//   const p = witness('ws://HOST:PORT')
//   await p.open('/echo')      until it is open or will never be
//   p.send('x')                one text message
//   await p.texts(2)           until so many have come
//   await p.closed()           until it has ended
//   p.after(300)               notes whether so many milliseconds have passed since mark(), or else how many
//   p.said()                   everything so far: 'open, text x, after 300 ms, close 1006'
globalThis.witness = (base) => {
  const LIMIT = 8_000;
  const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const log = [];
  let socket;
  let start = performance.now();
  const texts = () => log.filter((entry) => entry.startsWith('text '));
  const over = () => log.some((entry) => entry.startsWith('close ') || entry.startsWith('refused '));

  async function until(condition) {
    const deadline = performance.now() + LIMIT;
    while (!condition()) {
      if (performance.now() > deadline) throw new Error(`waited in vain; ${log.join(', ')}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  function listen() {
    socket.onopen = () => log.push('open');
    socket.onmessage = ({ data }) => log.push(`text ${data}`);
    socket.onclose = ({ code, reason }) => log.push(`close ${code} ${reason}`.trim());
    // Only ws tells more than that there was an error.
    socket.on?.('unexpected-response', async (request, response) => {
      const body = (await response.toArray()).join('');
      log.push(`refused ${response.statusCode} ${response.headers['retry-after']} ${body}`);
    });
    socket.on?.('error', (error) => log.push(`error ${error.code}`));
  }

  return {
    mark() {
      start = performance.now();
    },
    async open(path) {
      const before = log.length;
      this.connect(path);
      await until(() => log.slice(before).some((entry) => /^(open|close|refused)/.test(entry)));
    },
    connect(path) {
      socket = new WebSocket(base + path);
      listen();
    },
    // Letters that do not get shorter by compression than six bits each.
    noise: (length) => Array.from({ length }, () => LETTERS[Math.floor(Math.random() * 64)]).join(''),
    send: (text) => socket.send(text),
    ping: (text) => socket.ping(text),
    texts: (count) => until(() => texts().length >= count),
    closed: () => until(over),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    state: () => socket.readyState,
    after(ms) {
      // Timers of both sides may be a millisecond early.
      const passed = Math.round(performance.now() - start);
      log.push(passed >= ms - 5 ? `after ${ms} ms` : `after only ${passed} ms`);
    },
    said: () => log.join(', '),
    end: () => socket?.close(),
  };
};
