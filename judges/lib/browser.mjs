// The one browser of a run, and the site as it is served to it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import { serve } from './server.mjs';

// A busy machine is slow; this many milliseconds without an answer is a fault.
const patience = 180_000;

const names = ['chromium', 'chromium-browser', 'google-chrome'];

/** Browser starts at the first use; missing says why there is none. */
export class Browser {
  #started;
  #hosts = new Map();

  get missing() {
    return binary() ? '' : `none of ${names.join(', ')} is installed`;
  }

  async start() {
    const started = this.#started;
    if (started && !(await started).connected && this.#started === started) this.#started = undefined;
    this.#started ??= (async () => {
      const profile = mkdtempSync(join(tmpdir(), 'judges-'));
      process.once('exit', () => rmSync(profile, { recursive: true, force: true }));
      return puppeteer.launch({
        executablePath: binary(),
        userDataDir: profile,
        protocolTimeout: patience,
        args: [
          '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
          '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--disable-lcd-text',
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
    const queue = items.values();
    const worker = async () => {
      for (const item of queue) {
        // Chromium itself may end once, and is started anew. A page that ends it each time is a fault.
        if (await this.#visit(item, work)) continue;
        if (!(await this.#visit(item, work))) throw new Error(`Chromium ended twice at ${item.path ?? item.at ?? item}`);
      }
    };
    await Promise.all([worker(), worker()]);
  }

  // visit answers whether Chromium was there to the end.
  async #visit(item, work) {
    const browser = await this.start();
    try {
      const context = await browser.createBrowserContext();
      const tab = await context.newPage();
      tab.setDefaultTimeout(patience);
      await work(tab, item);
      await context.close();
      return true;
    } catch (error) {
      await setTimeout(500); // until the end of Chromium is known
      if (browser.connected) throw error;
      return false;
    }
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
