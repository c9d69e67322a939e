/*
 * Socketscope's client for browsers: a WebSocket that dials again when its connection is lost, has its session carried over the
 * loss by the engine in between, and polls over HTTP when no WebSocket gets through; and a client for hot reloading on top of it.
 *
 *   <script src="/__socketscope/client.js"></script>          or   import '/__socketscope/client.js';
 *   const socket = Socketscope.connect('/ws/feed');
 *   socket.addEventListener('message', (event) => …);              Socketscope.hmr();
 *
 * Socketscope.connect(url, options) -> socket. The URL may be relative to the page. Options, with their defaults:
 *   protocols: []           subprotocols to offer
 *   reconnect: {initialDelay: 1000, maxDelay: 30000, multiplier: 2, jitter: 0.3, maxAttempts: 10}   milliseconds; Infinity is fine
 *   connectTimeout: 10000   for connection and upgrade
 *   resume: 'tab'           'tab': the session survives losses and reloads of the page; 'page': losses only; false: nothing
 *   sync: false             after a reopening that did not resume, asks by {"type":"sync",…} for what came since the last message
 *   queue: {maxMessages: 1000, maxBytes: 8388608}   what may wait for sending, and what is kept to be sent again
 *   poll: 60000             after the last attempt polls at /__socketscope/poll, when it resumes; so many milliseconds later tries a
 *                           WebSocket again; 0: never polls
 *
 * A socket is an EventTarget with send, close, url, protocol, state, readyState, bufferedAmount, onopen, onmessage, onclose, onerror:
 *   send(data)   data: string, ArrayBuffer or a view of one. -> 'sent', 'queued' (goes out in its turn) or 'refused' (never does)
 *   close(code, reason)   for good
 *   state        'connecting', 'open', 'waiting', 'polling' (open, over HTTP) or 'closed'
 * Events:
 *   open     {session, missing, unconfirmed}   session: 'plain', or 'new', 'same', 'lost' when it resumes; how many messages from
 *            the server are known to be gone; of how many own ones nobody knows whether they arrived (they are not sent again)
 *   message  {data}                    string or ArrayBuffer. With session 'same' each message comes once and in order
 *   attempt  {number, of, delay}       it dials again
 *   state    {state, previous}
 *   close    {code, reason, wasClean, retryIn}   retryIn: milliseconds until the next attempt, null when there will be none
 *   gaveup   {attempts}                after the last close
 * Retried: every loss, and Close frames but 1000, 1002, 1003, 1007, 1008, 1009, 1010, 3000 and 3003.
 *
 * Socketscope.hmr(options) -> EventTarget with socket and close(). Options as above, and url: '/_hmr', overlay: true. Events: connected,
 * update, prune, custom, error and full-reload, each with the server's message as detail; a full-reload loads the page again
 * unless the event is cancelled. Socketscope.overlay.show(error) and hide() show {message, stack, id, loc: {file, line, column}, frame}.
 *
 * ES2020, no dependencies, no eval, no inline style or handler: it runs under `script-src 'self'; style-src 'none'`.
 */
(() => {
  'use strict';
  if (globalThis.Socketscope) {
    return;
  }

  const RECONNECT = { initialDelay: 1000, maxDelay: 30000, multiplier: 2, jitter: 0.3, maxAttempts: 10 };
  const HMR_RECONNECT = { initialDelay: 500, maxDelay: 5000, maxAttempts: Infinity };
  const DEFAULTS = { protocols: [], connectTimeout: 10000, resume: 'tab', sync: false, poll: 60000 };
  const QUEUE = { maxMessages: 1000, maxBytes: 8 << 20 };
  const NOT_RETRIED = new Set([1000, 1002, 1003, 1007, 1008, 1009, 1010, 3000, 3003]);
  const POLL_SECONDS = 25;
  const FIRST_POLL_SECONDS = 1; // of a session that is new: nothing says that it has begun
  const POST_BYTES = 256 << 10;
  const READY_STATE = { connecting: 0, open: 1, waiting: 0, polling: 1, closed: 3 };

  /** Milliseconds before attempt n, counted from 1, without jitter. */
  const baseDelay = (reconnect, n) => Math.min(reconnect.initialDelay * reconnect.multiplier ** (n - 1), reconnect.maxDelay);

  /** The same with jitter, which may exceed maxDelay: otherwise all clients of a server would come back at the same moment. */
  const delay = (reconnect, n) => Math.floor(baseDelay(reconnect, n) * (1 + reconnect.jitter * Math.random()));

  const sizeOf = (data) => (typeof data === 'string' ? new TextEncoder().encode(data).length : data.byteLength);

  const progress = ({ received, sessions }) => `_received=${received}${sessions ? `&_sessions=${sessions}` : ''}`;

  const makeEvent = (type, fields, init) => Object.assign(new Event(type, init), fields);

  function parse(text) {
    try {
      const value = JSON.parse(text);
      return value && typeof value === 'object' ? value : null;
    } catch {
      return null;
    }
  }

  // Own messages: `kept` were handed over and might have to be sent again, `waiting` were not yet. `first` is how many of this
  // session came before kept[0]. A browser cannot ask what has arrived, so when the bounds are reached the oldest kept ones go.
  class Outbox {
    constructor(bounds, keeping) {
      Object.assign(this, { bounds, keeping, kept: [], waiting: [], first: 0, keptBytes: 0, waitingBytes: 0 });
    }

    offer(data) {
      const size = sizeOf(data);
      if (this.waiting.length >= this.bounds.maxMessages || this.waitingBytes + size > this.bounds.maxBytes) {
        return false;
      }
      this.waiting.push({ data, size });
      this.waitingBytes += size;
      return true;
    }

    handed() {
      const message = this.waiting.shift();
      this.waitingBytes -= message.size;
      this.kept.push(message);
      this.keptBytes += message.size;
      while (this.kept.length > (this.keeping ? this.bounds.maxMessages : 0) || this.keptBytes > this.bounds.maxBytes) {
        this.forget();
      }
    }

    forget() {
      this.keptBytes -= this.kept.shift().size;
      this.first += 1;
    }

    /** The peer has `count` messages. */
    confirm(count) {
      while (this.first < count && this.kept.length) {
        this.forget();
      }
    }

    /** The others wait again, before everything else. Returns how many of them are not kept any more. */
    resume(count) {
      this.confirm(count);
      const gone = Math.max(0, this.first - count);
      this.waiting = this.kept.concat(this.waiting);
      this.waitingBytes += this.keptBytes;
      Object.assign(this, { kept: [], keptBytes: 0, first: count });
      return gone;
    }

    /** A new session begins. Returns of how many messages nobody knows whether they arrived. */
    restart() {
      const unknown = this.kept.length;
      Object.assign(this, { kept: [], keptBytes: 0, first: 0 });
      return unknown;
    }
  }

  // Sessions of this tab, by URL. While a page lives it has taken its own out of the storage, so that a duplicated tab, which
  // starts with a copy of the storage, cannot take the same session. `sessions`: how many have begun under the token, as far as
  // the page was told; an engine that began another one unheard then knows that `received` belongs to the one before.
  const sessions = {
    live: new Map(),
    key: (url) => `socketscope:${url}`,

    take(url, socket, lasting) {
      const stored = lasting ? this.stored(url) : [];
      const session = { token: this.token(), received: 0, sessions: 0, ...stored.shift() };
      if (lasting) {
        this.store(url, stored);
        this.live.set(socket, { url, session });
      }
      return session;
    },

    token: () => Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) => byte.toString(16).padStart(2, '0')).join(''),

    stored(url) {
      try {
        return JSON.parse(sessionStorage.getItem(this.key(url))) || [];
      } catch {
        return []; // The storage may be forbidden, or hold something else.
      }
    },

    store(url, list) {
      try {
        sessionStorage.setItem(this.key(url), JSON.stringify(list));
      } catch {
        // Without storage a session lasts as long as its page.
      }
    },

    saveAll() {
      this.live.forEach(({ url, session }) => this.store(url, [...this.stored(url), session]));
    },

    takeAllBack() {
      this.live.forEach(({ url, session }) => this.store(url, this.stored(url).filter((s) => s.token !== session.token)));
    },
  };

  addEventListener('pagehide', () => sessions.saveAll());
  addEventListener('pageshow', (event) => event.persisted && sessions.takeAllBack());

  // How messages travel. A carrier tells its user: opened({session, received, missing} or null), message(data), confirm(count),
  // closed(code, reason, wasClean), exactly one closed, and nothing after stop().
  class SocketCarrier {
    constructor(url, options, session, user) {
      this.user = user;
      // Appended as text: going through searchParams would rewrite the application's own part of the query.
      const query = session ? `${url.includes('?') ? '&' : '?'}_resume=${session.token}&${progress(session)}` : '';
      this.awaiting = Boolean(session);
      this.socket = new WebSocket(url + query, options.protocols);
      this.socket.binaryType = 'arraybuffer';
      this.socket.onopen = () => session || this.open(null);
      this.socket.onmessage = (event) => this.received(event.data);
      this.socket.onclose = (event) => this.end(event.code, event.reason, event.wasClean);
      this.timer = setTimeout(() => this.end(1006, 'no connection in time', false), options.connectTimeout);
    }

    open(answer) {
      clearTimeout(this.timer);
      this.awaiting = false;
      this.user.opened(answer);
    }

    received(data) {
      const answer = this.awaiting && typeof data === 'string' ? parse(data) : null;
      if (answer && answer.type === 'resumed') {
        this.open(answer);
        return;
      }
      if (this.awaiting) {
        this.open(null); // Nobody on the way resumes.
      }
      this.user.message(data);
    }

    /** A socket that is about to close would swallow what it is given. */
    get ready() {
      return this.socket.readyState === WebSocket.OPEN;
    }

    get bufferedAmount() {
      return this.socket.bufferedAmount;
    }

    send(data) {
      this.socket.send(data);
    }

    end(code, reason, wasClean) {
      this.stop();
      this.user.closed(code, reason, wasClean);
    }

    /** The Close frame's answer still counts. */
    close(code, reason) {
      this.socket.close(code, reason);
    }

    stop() {
      clearTimeout(this.timer);
      this.socket.onopen = this.socket.onmessage = this.socket.onclose = null;
      this.socket.close();
    }
  }

  // GET …/poll?url=PATH&_resume=TOKEN&_received=N&_sessions=K&wait=SECONDS -> {session, received, messages: [{text} or {base64}], closed?}
  // POST to the same with {messages, from, close?}, from: how many came before them -> {received}. The engine holds the WebSocket.
  class PollCarrier {
    constructor(url, options, session, user) {
      Object.assign(this, { session, user, stopped: new AbortController(), outgoing: [], posting: false });
      Object.assign(this, { ready: true, bufferedAmount: 0, told: '' });
      const target = new URL(url);
      const where = encodeURIComponent(target.pathname + target.search);
      this.address = `${target.origin.replace(/^ws/, 'http')}/__socketscope/poll?url=${where}&_resume=${session.token}`;
      this.run();
    }

    async request(wait, body) {
      const address = `${this.address}&${progress(this.session)}&wait=${wait}`;
      const post = body && { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
      const response = await fetch(address, { cache: 'no-store', signal: this.stopped.signal, ...post });
      if (!response.ok) {
        throw new Error(`polling was answered with ${response.status}`);
      }
      return response.json();
    }

    async run() {
      try {
        while (!this.stopped.signal.aborted) {
          this.take(await this.request(this.told || this.session.sessions ? POLL_SECONDS : FIRST_POLL_SECONDS));
        }
      } catch (error) {
        this.fail(error);
      }
    }

    take(answer) {
      if (this.stopped.signal.aborted) {
        return;
      }
      // Said again, 'new' or 'lost' means the session that began with it; unless less has arrived there than before.
      const goesOn = answer.session === 'same' || answer.session === this.told && answer.received >= this.user.confirmed();
      if (this.told && goesOn) {
        this.user.confirm(answer.received);
      } else {
        this.user.opened(answer);
      }
      this.told = answer.session;
      for (const message of answer.messages || []) {
        if (!this.stopped.signal.aborted) {
          this.user.message('text' in message ? message.text : bytesOf(message.base64));
        }
      }
      if (answer.closed && !this.stopped.signal.aborted) {
        this.end(answer.closed.code, answer.closed.reason, true);
      }
    }

    send(data) {
      this.outgoing.push({ size: sizeOf(data), message: typeof data === 'string' ? { text: data } : { base64: base64Of(data) } });
      queueMicrotask(() => this.post());
    }

    /** One at a time, so that they arrive in order; the last one says goodbye. */
    async post() {
      if (this.posting || this.stopped.signal.aborted || !(this.outgoing.length || this.goodbye)) {
        return;
      }
      this.posting = true;
      const from = this.user.sent() - this.outgoing.length;
      const messages = [];
      for (let size = 0; this.outgoing.length && (!messages.length || size + this.outgoing[0].size <= POST_BYTES);) {
        size += this.outgoing[0].size;
        messages.push(this.outgoing.shift().message);
      }
      const close = this.outgoing.length ? undefined : this.goodbye;
      try {
        this.user.confirm((await this.request(0, { messages, from, close })).received);
        this.posting = false;
        if (close) {
          this.end(close.code, close.reason, true);
        }
        this.post();
      } catch (error) {
        this.fail(error);
      }
    }

    fail(error) {
      if (!this.stopped.signal.aborted) {
        this.end(1006, String(error.message || error), false);
      }
    }

    end(code, reason, wasClean) {
      this.stop();
      this.user.closed(code, reason, wasClean);
    }

    close(code, reason = '') {
      this.goodbye = { code, reason };
      this.post();
    }

    stop() {
      this.stopped.abort();
    }
  }

  const bytesOf = (base64) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)).buffer;
  const base64Of = (buffer) => btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(''));

  class ReconnectingSocket extends EventTarget {
    constructor(url, options = {}) {
      super();
      this.options = { ...DEFAULTS, ...options, reconnect: { ...RECONNECT, ...options.reconnect } };
      this.url = new URL(url, location.href).href.replace(/^http/, 'ws').replace(/#.*/, '');
      this.session = this.options.resume ? sessions.take(this.url, this, this.options.resume === 'tab') : null;
      this.outbox = new Outbox({ ...QUEUE, ...options.queue }, this.options.resume);
      Object.assign(this, { state: 'connecting', attempt: 0, polling: false, since: 0, lastId: null, closing: false, opens: 0 });
      for (const type of ['open', 'message', 'close', 'error']) {
        this.addEventListener(type, (event) => this[`on${type}`] && this[`on${type}`](event));
      }
      this.retryNow = () => this.state === 'waiting' && this.dial();
      addEventListener('online', this.retryNow);
      this.dial();
    }

    get readyState() {
      return this.closing && this.state !== 'closed' ? 2 : READY_STATE[this.state];
    }

    get protocol() {
      return (this.carrier && this.carrier.socket && this.carrier.socket.protocol) || '';
    }

    get bufferedAmount() {
      return this.outbox.waitingBytes + (this.carrier ? this.carrier.bufferedAmount : 0);
    }

    send(data) {
      const copy = ArrayBuffer.isView(data)
        ? data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength)
        : data instanceof ArrayBuffer ? data.slice(0) : data;
      if (typeof copy !== 'string' && !(copy instanceof ArrayBuffer)) {
        throw new TypeError('send: expected a string, an ArrayBuffer or a view of one');
      }
      if (this.closing || this.state === 'closed' || !this.outbox.offer(copy)) {
        return 'refused';
      }
      this.flush();
      return this.outbox.waiting.length ? 'queued' : 'sent';
    }

    close(code, reason) {
      if (this.closing || this.state === 'closed') {
        return;
      }
      if (code !== undefined && code !== 1000 && !(code >= 3000 && code <= 4999)) {
        throw new RangeError(`close: code ${code}, expected 1000 or 3000 to 4999`);
      }
      if (sizeOf(reason || '') > 123) {
        throw new RangeError('close: reason too long, expected at most 123 bytes of UTF-8');
      }
      this.closing = true;
      clearTimeout(this.timer);
      if (this.open) {
        this.timer = setTimeout(() => this.carrier.end(1006, 'no answer to the Close frame', false), 2000);
        this.carrier.close(code || 1000, reason);
      } else {
        this.carrier.stop();
        this.ended(code || 1000, reason || '', true);
      }
    }

    get open() {
      return this.state === 'open' || this.state === 'polling';
    }

    flush() {
      while (this.open && this.outbox.waiting.length) {
        // What the browser itself has queued has no bound of its own; this goes on when that has shrunk.
        if (!this.carrier.ready || this.carrier.bufferedAmount > this.outbox.bounds.maxBytes / 4) {
          clearTimeout(this.flushTimer);
          this.flushTimer = setTimeout(() => this.flush(), 20);
          return;
        }
        const { data } = this.outbox.waiting[0];
        this.outbox.handed();
        this.carrier.send(data);
      }
    }

    enter(state) {
      const previous = this.state;
      this.state = state;
      if (state !== previous) {
        this.dispatchEvent(makeEvent('state', { state, previous }));
      }
    }

    dial() {
      clearTimeout(this.timer);
      this.enter('connecting');
      const polls = this.polling && !this.probing;
      const user = {
        opened: (answer) => this.opened(answer, polls),
        message: (data) => this.message(data),
        confirm: (count) => this.outbox.confirm(count),
        confirmed: () => this.outbox.first,
        sent: () => this.outbox.first + this.outbox.kept.length,
        closed: (code, reason, wasClean) => this.ended(code, reason, wasClean),
      };
      this.carrier = new (polls ? PollCarrier : SocketCarrier)(this.url, this.options, this.session, user);
    }

    opened(answer, polls) {
      const details = this.settle(answer);
      Object.assign(this, { attempt: 0, polling: polls, probing: false });
      clearTimeout(this.timer);
      if (polls) {
        this.timer = setTimeout(() => this.probe(), this.options.poll);
      }
      this.opens += 1;
      this.enter(polls ? 'polling' : 'open');
      if (this.options.sync && this.opens > 1 && details.session !== 'same' && (this.since || this.lastId)) {
        const wish = this.since ? { since: this.since } : { lastMessageId: this.lastId };
        this.outbox.waiting.unshift({ data: JSON.stringify({ type: 'sync', ...wish }), size: 0 });
      }
      this.flush();
      this.dispatchEvent(makeEvent('open', details));
    }

    /** What becomes of the session. */
    settle(answer) {
      const session = this.session;
      if (!session || !answer) {
        Object.assign(session || {}, { received: 0 });
        return { session: 'plain', missing: 0, unconfirmed: this.outbox.restart() };
      }
      const known = session.sessions > 0;
      if (answer.session === 'same') {
        session.sessions = session.sessions || 1;
        return { session: 'same', missing: 0, unconfirmed: this.outbox.resume(answer.received) };
      }
      Object.assign(session, { received: 0, sessions: session.sessions + 1 });
      const lost = known || answer.session === 'lost';
      return { session: lost ? 'lost' : 'new', missing: answer.missing || 0, unconfirmed: this.outbox.restart() };
    }

    message(data) {
      if (this.session) {
        this.session.received += 1;
      }
      if (this.options.sync && typeof data === 'string') {
        this.remember(parse(data) || {});
      }
      this.dispatchEvent(new MessageEvent('message', { data, origin: new URL(this.url).origin }));
    }

    remember(json) {
      const times = [json, ...(Array.isArray(json.updates) ? json.updates : [])].map((part) => Number(part.timestamp) || 0);
      this.since = Math.max(this.since, ...times);
      this.lastId = json._id || this.lastId;
    }

    /** Polling works; perhaps a WebSocket does again. Polling pauses meanwhile, or messages would come both ways. */
    probe() {
      this.carrier.stop();
      this.probing = true;
      this.dial();
    }

    ended(code, reason, wasClean) {
      clearTimeout(this.timer);
      const { reconnect, poll, resume } = this.options;
      if (this.probing && !this.closing) {
        this.probing = false;
        this.dial();
        return;
      }
      const wanted = !this.closing && !NOT_RETRIED.has(code);
      const last = this.attempt >= reconnect.maxAttempts;
      const retries = wanted && (!last || (poll && Boolean(resume) && !this.polling));
      const attempts = this.attempt;
      let retryIn = null;
      if (retries) {
        this.polling = this.polling || last;
        this.attempt = last ? 1 : this.attempt + 1;
        const number = this.attempt;
        retryIn = last ? 0 : delay(reconnect, number);
        this.timer = setTimeout(() => this.dialAgain(number, retryIn), retryIn);
      }
      this.enter(retries ? 'waiting' : 'closed');
      if (!wasClean) {
        this.dispatchEvent(new Event('error'));
      }
      this.dispatchEvent(Object.assign(new CloseEvent('close', { code, reason, wasClean }), { retryIn }));
      if (!retries) {
        this.finish(wanted ? attempts : null);
      }
    }

    dialAgain(number, waited) {
      this.dispatchEvent(makeEvent('attempt', { number, of: this.options.reconnect.maxAttempts, delay: waited }));
      if (this.state === 'waiting') {
        this.dial();
      }
    }

    finish(attempts) {
      removeEventListener('online', this.retryNow);
      sessions.live.delete(this);
      if (attempts !== null) {
        this.dispatchEvent(makeEvent('gaveup', { attempts }));
      }
    }
  }

  // What the build says went wrong, over the page but apart from its styles. Everything from outside becomes text, never markup.
  const overlay = {
    host: null,
    style: `:host { position: fixed; inset: 0; z-index: 2147483647; background: rgb(12 14 18 / .82); overflow: auto; }
      section { max-width: 60rem; margin: 4rem auto; padding: 1.25rem 1.5rem; background: #16181d; color: #e6e8ec;
        border-top: 4px solid #f0506e; border-radius: 6px; font: 14px/1.5 ui-monospace, monospace; }
      h1 { margin: 0; font-size: 16px; color: #ff8095; } p { color: #9fb3d1; } pre { white-space: pre-wrap; overflow-wrap: anywhere; }
      button { float: right; font: inherit; color: inherit; background: none; border: 1px solid #555; border-radius: 4px; }`,

    show(error) {
      this.hide();
      const place = error.loc || {};
      const file = place.file || error.id;
      const parts = [
        this.part('button', 'Close', { type: 'button', title: 'Esc' }),
        this.part('h1', 'Build error'),
        file && this.part('p', [file, place.line, place.column].filter((part) => part !== undefined).join(':')),
        ...['message', 'frame', 'stack'].filter((key) => error[key]).map((key) => this.part('pre', error[key])),
      ].filter(Boolean);
      const section = document.createElement('section');
      section.setAttribute('role', 'alertdialog');
      section.setAttribute('aria-label', 'Build error');
      section.append(...parts);
      this.host = document.createElement('socketscope-error-overlay');
      const shadow = this.host.attachShadow({ mode: 'open' });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(this.style);
      shadow.adoptedStyleSheets = [sheet];
      shadow.append(section);
      this.host.addEventListener('click', () => this.hide());
      section.addEventListener('click', (event) => event.target === parts[0] || event.stopPropagation());
      addEventListener('keydown', this.onKey);
      document.documentElement.append(this.host);
      parts[0].focus();
    },

    part: (name, text, attributes) => Object.assign(document.createElement(name), { textContent: String(text), ...attributes }),

    onKey: (event) => event.key === 'Escape' && overlay.hide(),

    hide() {
      if (this.host) {
        this.host.remove();
        this.host = null;
        removeEventListener('keydown', this.onKey);
      }
    },
  };

  function hmr(options = {}) {
    const target = new EventTarget();
    const { url = '/_hmr', overlay: showsErrors = true, ...rest } = options;
    const reconnect = { ...HMR_RECONNECT, ...rest.reconnect };
    const socket = connect(url, { resume: 'page', sync: true, ...rest, reconnect });
    socket.addEventListener('message', ({ data }) => {
      const message = typeof data === 'string' ? parse(data) : null;
      if (!message || !['connected', 'update', 'full-reload', 'prune', 'error', 'custom'].includes(message.type)) {
        return;
      }
      if (message.type === 'error' && showsErrors) {
        overlay.show(message.err || {});
      } else if (message.type === 'update' || message.type === 'connected') {
        overlay.hide();
      }
      const event = new CustomEvent(message.type, { detail: message, cancelable: true });
      if (target.dispatchEvent(event) && message.type === 'full-reload') {
        location.reload();
      }
    });
    return Object.assign(target, { socket, close: () => socket.close() });
  }

  const connect = (url, options) => new ReconnectingSocket(url, options);

  globalThis.Socketscope = Object.freeze({ connect, hmr, overlay, baseDelay, delay });
})();
