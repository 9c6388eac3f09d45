/**
 * Runs something on several major versions of a program, one after the other, and says how each went.
 *
 * @typedef {{ version: string, outcome: 'passed' | 'failed' | 'skipped' }} Run
 *
 * @param {readonly string[]} words of the command line: options, then majors (none: all), and behind `--` what is given on
 * @param {object} options
 * @param {string} options.help for `--help`
 * @param {readonly string[]} options.majors which there are
 * @param {readonly string[]} [options.flags] options without a value that may be given (`--long`)
 * @param {(major: string, rest: readonly string[], flags: readonly string[]) => Run} options.run
 */
export function runOnVersions(words, { help, majors, flags = [], run }) {
  const end = words.includes('--') ? words.indexOf('--') : words.length;
  const own = words.slice(0, end);
  if (own.includes('--help')) {
    console.log(help);
    return;
  }
  const given = own.filter((word) => flags.includes(word));
  const asked = own.filter((word) => !flags.includes(word));
  for (const word of asked) {
    if (majors.includes(word)) continue;
    console.error(
      word.startsWith('-')
        ? `There is no option ${word} here: --help says which there are.`
        : `There is no version ${word} here: ${majors.join(', ')}.`,
    );
    process.exitCode = 2;
    return;
  }
  const rows = (asked.length > 0 ? asked : majors).map((major) => ({
    major,
    ...run(major, words.slice(end + 1), given),
  }));
  console.table(rows);
  if (rows.some(({ outcome }) => outcome === 'failed')) process.exitCode = 1;
}
