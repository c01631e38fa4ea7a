// A copy of a built site to plant a fault in. Files that stay as they are, are links to the site's own.
import { createHash } from 'node:crypto';
import { copyFileSync, linkSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export class Copy {
  constructor(site) {
    this.folder = mkdtempSync(join(tmpdir(), 'judges-'));
    process.once('exit', this.remove);
    for (const file of site.files) {
      this.#room(file);
      link(join(site.folder, file), join(this.folder, file));
    }
  }

  bytes(file) {
    return readFileSync(join(this.folder, file));
  }

  read(file) {
    return this.bytes(file).toString();
  }

  write(file, content) {
    this.#room(file);
    rmSync(join(this.folder, file), { force: true });
    writeFileSync(join(this.folder, file), content);
  }

  /** edit changes a file, and refuses to change nothing: a fault that is not planted proves nothing. */
  edit(file, change) {
    const before = this.read(file);
    const after = change(before);
    if (after === before) throw new Error(`${file} has no place for this fault`);
    this.write(file, after);
  }

  move(from, to) {
    renameSync(join(this.folder, from), join(this.folder, to));
  }

  /** sum writes SHA256SUMS anew, so that a fault in a file is not one of its sum as well. */
  sum() {
    const line = (line) => {
      const file = line.slice(66);
      return `${createHash('sha256').update(this.bytes(file)).digest('hex')}  ${file}`;
    };
    this.write('SHA256SUMS', `${this.read('SHA256SUMS').trimEnd().split('\n').map(line).join('\n')}\n`);
  }

  remove = () => {
    process.off('exit', this.remove);
    rmSync(this.folder, { recursive: true, force: true });
  };

  #room(file) {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true });
  }
}

function link(from, to) {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to); // a link cannot leave its file system
  }
}
