/** One line on a terminal that says what a long benchmark is doing; elsewhere (a log), a line for each thing it says. */
export interface Progress {
  say(what: string): void;
  /** Takes the line away, before something is printed that is to stay. */
  clear(): void;
}

export function createProgress(name: string, stream: NodeJS.WriteStream = process.stderr): Progress {
  const startMs = performance.now();
  return {
    say(what) {
      const line = `${name} ${((performance.now() - startMs) / 1000).toFixed(0)} s: ${what}`;
      stream.write(stream.isTTY ? `\r\u001b[K${line.slice(0, stream.columns - 1)}` : `${line}\n`);
    },
    clear() {
      if (stream.isTTY) stream.write('\r\u001b[K');
    },
  };
}

const BAR_CHARACTERS = 20;

/** `[##########··········] 50 %` */
export function progressBar(part: number): string {
  const done = Math.min(1, Math.max(0, part));
  const filled = Math.round(done * BAR_CHARACTERS);
  return `[${'#'.repeat(filled)}${'·'.repeat(BAR_CHARACTERS - filled)}] ${Math.floor(done * 100)} %`;
}
