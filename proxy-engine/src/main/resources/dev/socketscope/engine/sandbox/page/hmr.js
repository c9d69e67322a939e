// Applies hot updates in place: changed modules are fetched again and shown, the page is never reloaded.

import { Socket, log } from "./socket.js";

const $ = (id) => document.getElementById(id);
const PING_EVERY = 30000;
const cards = new Map();
let newest = 0;
let applied = 0;
let received = 0;

function card(path) {
  if (!cards.has(path)) {
    const element = document.createElement("div");
    element.className = "module";
    element.innerHTML = '<div class="name"><code></code><span class="revision"></span></div><div class="label"></div>';
    element.querySelector("code").textContent = path.replace("/src/", "");
    element.title = path;
    cards.set(path, element);
    $("modules").append(element);
  }
  return cards.get(path);
}

function show(path, { revision, hue, label }) {
  const element = card(path);
  element.classList.remove("pruned", "broken", "fresh");
  element.querySelector(".revision").textContent = `revision ${revision}`;
  element.querySelector(".label").textContent = label;
  element.style.setProperty("--module-hue", hue);
  void element.offsetWidth; // restarts the animation
  element.classList.add("fresh");
}

function loadStyle(path, query) {
  return new Promise((resolve, reject) => {
    const link = document.createElement("link");
    const old = document.querySelector(`link[data-module="${path}"]`);
    link.rel = "stylesheet";
    link.href = path + query;
    link.dataset.module = path;
    link.onload = () => {
      old?.remove();
      const name = path.split("/").pop().replace(".css", "");
      const read = (property) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}-${property}`).trim();
      resolve({ revision: read("revision"), hue: read("hue"), label: "sets the colour on the left" });
    };
    link.onerror = () => {
      link.remove();
      reject(new Error(`${path} could not be loaded`));
    };
    document.head.append(link);
  });
}

async function load(path, timestamp) {
  const query = timestamp ? `?t=${timestamp}` : "";
  try {
    show(path, path.endsWith(".css") ? await loadStyle(path, query) : await import(path + query));
    return true;
  } catch (error) {
    card(path).classList.add("broken");
    card(path).querySelector(".label").textContent = "does not compile";
    return false;
  }
}

async function update(updates) {
  $("error").hidden = true;
  for (const { path, timestamp } of updates) {
    newest = Math.max(newest, timestamp);
    if (await load(path, timestamp)) {
      $("updates").textContent = ++applied;
    }
  }
}

function fail({ message, stack, loc }) {
  $("error").hidden = false;
  $("error-title").textContent = loc ? `${loc.file}:${loc.line}:${loc.column}` : "Error";
  $("error-text").textContent = `${message}\n\n${stack ?? ""}`;
  if (loc?.file && cards.has(loc.file)) {
    card(loc.file).classList.add("broken");
  }
}

function summary(message) {
  switch (message.type) {
    case "update": return `update  ${message.updates.map((u) => `${u.type} ${u.path}`).join(", ")}`;
    case "prune": return `prune  ${message.paths.join(", ")}`;
    case "error": return `error  ${message.err.message.split("\n")[0]}`;
    case "custom": return `custom  ${message.event} ${JSON.stringify(message.data)}`;
    default: return JSON.stringify(message);
  }
}

function receive(data) {
  const message = JSON.parse(data);
  $("hmr-count").textContent = ++received;
  log($("hmr-log"), message.type === "error" ? "bad" : "received", summary(message));
  switch (message.type) {
    case "update": update(message.updates); break;
    case "prune": message.paths.forEach((path) => card(path).classList.add("pruned")); break;
    case "error": fail(message.err); break;
  }
}

export async function start() {
  const { modules } = await import("/src/main.js");
  modules.forEach(card); // first the cards, so that they stand in the project's order
  modules.forEach((path) => load(path));
  const socket = new Socket("state-hmr", "/_hmr", ["vite-hmr"], {
    message: receive,
    open: () => newest && socket.send(JSON.stringify({ type: "sync", since: newest })),
  });
  setInterval(() => socket.send(JSON.stringify({ type: "ping" })), PING_EVERY);
}
