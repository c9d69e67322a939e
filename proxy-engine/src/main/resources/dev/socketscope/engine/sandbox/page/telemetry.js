// Draws the last samples; at most one drawing per animation frame, whatever the rate.

import { Socket } from "./socket.js";

const $ = (id) => document.getElementById(id);
const KEPT = 240;
const samples = [];
let count = 0;
let binaries = 0;
let drawing = false;

function line(context, values, highest, colour) {
  const { width, height } = context.canvas;
  context.strokeStyle = colour;
  context.lineWidth = 1.6 * devicePixelRatio;
  context.beginPath();
  values.forEach((value, i) => {
    const x = width * (1 - (values.length - 1 - i) / (KEPT - 1));
    const y = height * (0.95 - 0.9 * Math.min(1, value / highest));
    i === 0 ? context.moveTo(x, y) : context.lineTo(x, y);
  });
  context.stroke();
}

function draw() {
  drawing = false;
  const canvas = $("chart");
  const style = getComputedStyle(document.documentElement);
  const width = Math.round(canvas.clientWidth * devicePixelRatio);
  const height = Math.round(canvas.clientHeight * devicePixelRatio);
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  const context = canvas.getContext("2d");
  context.clearRect(0, 0, width, height);
  context.strokeStyle = style.getPropertyValue("--edge");
  context.lineWidth = 1;
  for (const part of [0.05, 0.35, 0.65, 0.95]) {
    context.beginPath();
    context.moveTo(0, Math.round(height * part) + 0.5);
    context.lineTo(width, Math.round(height * part) + 0.5);
    context.stroke();
  }
  const latest = samples.at(-1);
  if (latest) {
    line(context, samples.map((s) => s.latencyMs.p99), 200, style.getPropertyValue("--down"));
    line(context, samples.map((s) => s.cpu), 100, style.getPropertyValue("--up"));
    $("cpu").textContent = `${latest.cpu.toFixed(1)} %`;
    $("p99").textContent = `${latest.latencyMs.p99.toFixed(1)} ms`;
    $("rps").textContent = latest.perSecond;
  }
  $("samples").textContent = count;
  $("binaries").textContent = binaries;
}

function receive(data) {
  if (typeof data !== "string") {
    binaries++;
  } else {
    const message = JSON.parse(data);
    if (message.latencyMs) {
      count++;
      samples.push(message);
      samples.splice(0, samples.length - KEPT);
    }
  }
  if (!drawing) {
    drawing = true;
    requestAnimationFrame(draw);
  }
}

export function start() {
  const path = () => `/ws/telemetry?hz=${$("rate").value}`;
  const socket = new Socket("state-telemetry", path(), ["json"], { message: receive });
  $("rate").addEventListener("change", () => socket.reopen(path()));
}
