/** A way to say how, or when, one wants to be reached or served; the whole wish is in the match. */
export interface WholeFrame {
  readonly kind: 'prefers' | 'dislikes';
  readonly pattern: RegExp;
  /** @param sentence plain text of the whole sentence */
  read(match: RegExpExecArray, sentence: string): string | undefined;
}
