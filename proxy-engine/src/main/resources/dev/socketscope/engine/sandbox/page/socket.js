// A WebSocket on this page's own origin that comes back by itself, and the pill that shows how it is.

const FIRST_DELAY = 500;
const LONGEST_DELAY = 8000;

export class Socket {
  constructor(pill, path, protocols, handlers) {
    this.pill = document.getElementById(pill);
    this.path = path;
    this.protocols = protocols;
    this.handlers = handlers;
    this.delay = FIRST_DELAY;
    this.connect();
  }

  connect() {
    clearTimeout(this.timer);
    this.show("connecting", "connecting");
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    const ws = new WebSocket(`${scheme}//${location.host}${this.path}`, this.protocols);
    ws.binaryType = "arraybuffer";
    ws.onopen = () => {
      this.delay = FIRST_DELAY;
      this.show("open", ws.protocol ? `open, ${ws.protocol}` : "open");
      this.handlers.open?.();
    };
    ws.onmessage = (event) => this.handlers.message?.(event.data);
    ws.onclose = (event) => {
      if (ws === this.ws) {
        this.show("closed", `closed ${event.code}`);
        this.timer = setTimeout(() => this.connect(), this.delay);
        this.delay = Math.min(this.delay * 2, LONGEST_DELAY);
      }
    };
    this.ws = ws;
  }

  /** Ends this connection and opens another one at once, perhaps on another path. */
  reopen(path) {
    this.path = path;
    const old = this.ws;
    this.ws = null;
    old.close(1000, "another rate");
    this.connect();
  }

  send(data) {
    if (this.ws?.readyState !== WebSocket.OPEN) {
      return false;
    }
    this.ws.send(data);
    return true;
  }

  show(state, word) {
    this.pill.dataset.state = state;
    this.pill.querySelector(".word").textContent = word;
  }
}

const LONGEST_LOG = 60;

/** Adds a line on top of a list and forgets the oldest ones. */
export function log(list, kind, text) {
  const line = document.createElement("li");
  const time = document.createElement("time");
  const what = document.createElement("span");
  time.textContent = new Date().toLocaleTimeString([], { hour12: false });
  what.className = `what ${kind}`;
  what.textContent = text.length > 300 ? `${text.slice(0, 300)}…` : text;
  what.title = text.slice(0, 2000);
  line.append(time, what);
  list.prepend(line);
  while (list.children.length > LONGEST_LOG) {
    list.lastElementChild.remove();
  }
}
