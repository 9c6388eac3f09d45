/** Text of several lines in which nothing that came from outside can move the cursor. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/g, '\uFFFD');
}
