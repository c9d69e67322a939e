// Sends what is typed and shows what comes back, and how long it took.

import { Socket, log } from "./socket.js";

const $ = (id) => document.getElementById(id);
const LONGEST_QUEUE = 100;
const sentAt = [];

function describe(data) {
  if (typeof data === "string") {
    return data.length > 80 ? `${data.length} characters: ${data.slice(0, 80)}…` : data;
  }
  const bytes = new Uint8Array(data.slice(0, 16));
  return `${data.byteLength} bytes: ${Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join(" ")}…`;
}

export function start() {
  const socket = new Socket("state-echo", "/echo", [], {
    open: () => { sentAt.length = 0; },
    message: (data) => {
      log($("echo-log"), "received", `↓ ${describe(data)}`);
      const began = sentAt.shift();
      if (began !== undefined) {
        $("echo-time").textContent = `${(performance.now() - began).toFixed(1)} ms there and back`;
      }
    },
  });

  function send(data) {
    if (sentAt.length < LONGEST_QUEUE && socket.send(data)) {
      sentAt.push(performance.now());
      log($("echo-log"), "sent", `↑ ${describe(data)}`);
    } else {
      log($("echo-log"), "bad", "not sent: the socket is not open");
    }
  }

  $("echo-form").addEventListener("submit", (event) => {
    event.preventDefault();
    send($("echo-text").value);
  });
  $("echo-binary").addEventListener("click", () => send(Uint8Array.from({ length: 256 }, (_, i) => i).buffer));
  $("echo-large").addEventListener("click", () => send("0123456789abcdef".repeat(4096)));
}
