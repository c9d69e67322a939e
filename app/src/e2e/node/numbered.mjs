// A peer that may be killed at any moment: what it has seen is on its standard output, a file, before anything follows from it.
//
//   node numbered.mjs upstream PORT        echoes;          prints "got ID NUMBER" for each message
//   node numbered.mjs client URL ID        sends numbers;   prints "sent NUMBER" and "got NUMBER"; SIGTERM has it close with 1000
//   node numbered.mjs link PORT TARGET     a piece of network: connects every TCP connection through to another port
import { writeSync } from 'node:fs';
import { createServer as createHttp } from 'node:http';
import { connect, createServer } from 'node:net';
import WebSocket, { WebSocketServer } from 'ws';

const [role, ...args] = process.argv.slice(2);
const tell = (line) => writeSync(1, `${line}\n`);

const roles = {
  upstream(port) {
    const http = createHttp();
    new WebSocketServer({ server: http, perMessageDeflate: false }).on('connection', (socket) =>
      socket.on('message', (data) => {
        const [id, number] = data.toString().split(' ', 2);
        tell(`got ${id} ${number}`);
        socket.send(data, { binary: false });
      }),
    );
    http.listen(Number(port), '127.0.0.1', () => tell('ready'));
  },
  client(url, id) {
    const socket = new WebSocket(`${url}?client=${id}`, { perMessageDeflate: false });
    let number = 0;
    let timer;
    socket.on('open', () => {
      tell('ready');
      timer = setInterval(() => {
        if (socket.readyState !== WebSocket.OPEN) return;
        tell(`sent ${number}`);
        socket.send(`${id} ${number} ${'x'.repeat(number % 300)}`);
        number += 1;
      }, 20);
    });
    socket.on('message', (data) => tell(`got ${data.toString().split(' ', 2)[1]}`));
    socket.on('error', () => {});
    socket.on('close', (code) => {
      clearInterval(timer);
      tell(`closed ${code}`);
      process.exit(0);
    });
    process.on('SIGTERM', () => {
      clearInterval(timer);
      socket.close(1000);
    });
  },
  link(port, target) {
    createServer((near) => {
      const far = connect(Number(target), '127.0.0.1');
      for (const [from, to] of [[near, far], [far, near]]) {
        from.on('error', () => to.destroy());
        from.pipe(to);
      }
    }).listen(Number(port), '127.0.0.1', () => tell('ready'));
  },
};

roles[role](...args);
