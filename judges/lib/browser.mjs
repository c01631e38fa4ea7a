// The one browser of a run, and the site as it is served to it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { serve } from './server.mjs';

// A busy machine is slow; this many milliseconds without an answer is a fault.
const patience = 180_000;

const names = ['chromium', 'chromium-browser', 'google-chrome'];

/** Browser starts at the first use; missing says why there is none. */
export class Browser {
  #started;
  #profile;
  #hosts = new Map();

  get missing() {
    return binary() ? '' : `none of ${names.join(', ')} is installed`;
  }

  async start() {
    this.#started ??= (async () => {
      this.#profile = mkdtempSync(join(tmpdir(), 'judges-'));
      process.once('exit', () => rmSync(this.#profile, { recursive: true, force: true }));
      return puppeteer.launch({
        executablePath: binary(),
        userDataDir: this.#profile,
        protocolTimeout: patience,
        args: [
          '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
          '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
          // Nothing but the judges' own host has an address: a request to another one fails, and is seen.
          '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
        ],
      });
    })();
    return this.#started;
  }

  async port() {
    return Number(new URL((await this.start()).wsEndpoint()).port);
  }

  /** url is where the browser finds a page of the site. */
  async url(site, path) {
    if (!this.#hosts.has(site)) this.#hosts.set(site, serve(site.folder, site.base));
    return (await this.#hosts.get(site)).address + path;
  }

  /** each does the work for every item in a tab of its own, two at a time. */
  async each(items, work) {
    const browser = await this.start();
    const queue = items.values();
    const worker = async () => {
      for (const item of queue) {
        const context = await browser.createBrowserContext();
        try {
          const tab = await context.newPage();
          tab.setDefaultTimeout(patience);
          await work(tab, item);
        } finally {
          await context.close();
        }
      }
    };
    await Promise.all([worker(), worker()]);
  }

  async forget(site) {
    await (await this.#hosts.get(site))?.close();
    this.#hosts.delete(site);
  }

  async close() {
    for (const site of [...this.#hosts.keys()]) await this.forget(site);
    if (this.#started) await (await this.#started).close();
  }
}

function binary() {
  for (const name of names) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim();
    } catch {
      // The next name may be there.
    }
  }
  return '';
}
