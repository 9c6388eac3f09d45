/** A command could not do its work, and the message says all there is to say: no stack, exit code 1. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
}
