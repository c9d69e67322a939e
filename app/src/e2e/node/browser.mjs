// A browser that a test drives: one JSON command a line on standard input, one JSON answer a line on standard output.
//
//   node browser.mjs CHROMIUM PROFILE_FOLDER
//   {"id": 1, "do": "open", "with": "http://127.0.0.1:9000/"}   ->   {"id": 1, "result": null} or {"id": 1, "error": "…"}
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

const [executablePath, profile] = process.argv.slice(2);
const WAIT = { timeout: 20_000 };
const POLL = 50;

const context = await chromium.launchPersistentContext(profile, {
  executablePath,
  headless: true,
  viewport: { width: 900, height: 600 },
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
const page = context.pages()[0] ?? (await context.newPage());
const seen = { console: [], responses: [], sockets: [], violations: [] };
page.on('console', (message) => seen.console.push(message.text()));
page.on('pageerror', (error) => seen.console.push(String(error)));
page.on('response', (response) =>
  seen.responses.push({ url: response.url(), status: response.status(), method: response.request().method() }),
);
await context.exposeBinding('tellViolation', (_, violation) => seen.violations.push(violation));
await context.addInitScript(() =>
  addEventListener('securitypolicyviolation', (event) =>
    tellViolation(`${event.effectiveDirective} ${event.blockedURI} on ${event.documentURI}`),
  ),
);
page.on('websocket', (socket) => seen.sockets.push(socket.url()));

// Asked from here again and again: polling inside the page would need eval, which a page's policy may forbid. A page that is
// just being replaced has no answer.
async function untilTrue(expression) {
  const deadline = Date.now() + WAIT.timeout;
  for (;;) {
    const answer = await page.evaluate(expression).catch((error) => error);
    if (answer && !(answer instanceof Error)) {
      return null;
    }
    if (Date.now() > deadline) {
      throw new Error(`not true in ${WAIT.timeout} ms; the last answer was ${answer}`);
    }
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
}

const commands = {
  open: (url) => page.goto(url, { ...WAIT, waitUntil: 'load' }).then(() => null),
  click: (selector) => page.click(selector, WAIT).then(() => null),
  wait: (expression) => untilTrue(expression),
  evaluate: (expression) => page.evaluate(expression),
  picture: (path) => page.screenshot({ path }).then(() => null),
  seen: (what) => seen[what],
};

console.log(JSON.stringify({ ready: context.browser()?.version() ?? 'chromium' }));
for await (const line of createInterface({ input: process.stdin })) {
  const { id, do: name, with: argument } = JSON.parse(line);
  try {
    console.log(JSON.stringify({ id, result: (await commands[name](argument)) ?? null }));
  } catch (error) {
    console.log(JSON.stringify({ id, error: `${error.message}\nconsole: ${seen.console.slice(-10).join('\n')}` }));
  }
}
await context.close();
