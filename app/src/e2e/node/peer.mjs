// An upstream made of Node's HTTP server and npm's ws. Prints where it listens.
//
//   PUT /upload            answers with what arrived: size, SHA-256 and the framing headers
//   GET /chunks            three chunks, each sent after the one before has been on its way for a while
//   ws  /echo              sends every message back
//   ws  /fragments         sends one message in three frames, with a ping between them
//   ws  /ping              pings and tells in a text what the pong held
//   ws  /close?code=&reason=   closes so as soon as it is spoken to
//   ws  /terminate         drops the TCP connection as soon as it is spoken to
//   ws  /watched           sends every message back; what it has seen is told by GET /watched
//   ws  /refuse            403 with a body instead of an upgrade
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

async function upload(request, response) {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of request) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  const { 'transfer-encoding': transferEncoding, 'content-length': contentLength, expect, host, via } = request.headers;
  response.setHeader('Content-Type', 'application/json');
  response.end(
    JSON.stringify({ method: request.method, bytes, sha256: hash.digest('hex'), transferEncoding, contentLength, expect, host, via }),
  );
}

function chunks(response) {
  const words = ['one', 'two', 'three'];
  const next = () => {
    response.write(words.shift());
    if (words.length > 0) setTimeout(next, 50);
    else response.end();
  };
  next();
}

const http = createServer((request, response) => {
  if (request.url === '/upload') {
    upload(request, response);
  } else if (request.url === '/chunks') {
    chunks(response);
  } else if (request.url === '/watched') {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(seen));
  } else {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('no such page\n');
  }
});

// What the newest socket to /watched has seen.
let seen = [];

function watch(socket) {
  const mine = (seen = []);
  socket.on('message', (data, binary) => {
    mine.push(`text ${data.length > 100 ? `of ${data.length}` : data}`);
    socket.send(data, { binary });
  });
  socket.on('ping', (data) => mine.push(`ping ${data}`));
  socket.on('error', (error) => mine.push(`error ${error.code}`));
  socket.on('close', (code, reason) => mine.push(`close ${code} ${reason}`.trim()));
}

const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: true, maxPayload: 4 << 20 });
const behaviours = {
  '/echo': (socket) => socket.on('message', (data, binary) => socket.send(data, { binary })),
  '/watched': watch,
  '/fragments': (socket) => {
    socket.send('one ', { fin: false });
    socket.ping('between');
    socket.send('two ', { fin: false });
    socket.send('three', { fin: true });
  },
  '/ping': (socket) => {
    socket.on('pong', (data) => socket.send(`pong with ${data}`));
    socket.ping('are you there');
  },
  '/close': (socket, query) => socket.on('message', () => socket.close(Number(query.get('code')), query.get('reason'))),
  '/terminate': (socket) => socket.on('message', () => socket.terminate()),
};

http.on('upgrade', (request, tcp, head) => {
  const { pathname, searchParams } = new URL(request.url, 'http://peer');
  const behaviour = behaviours[pathname];
  if (behaviour) {
    sockets.handleUpgrade(request, tcp, head, (socket) => {
      // What breaks the protocol is answered with a Close frame; it must not end this process.
      socket.on('error', () => {});
      behaviour(socket, searchParams);
    });
  } else {
    const body = 'this door stays shut\n';
    tcp.end(`HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`);
  }
});

http.listen(0, '127.0.0.1', () => console.log(`ready on http://127.0.0.1:${http.address().port}/`));
