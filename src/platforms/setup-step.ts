/** One thing to do at a platform, or here. */
export interface SetupStep {
  /** What is done, and where: a sentence for a person. */
  readonly text: string;
  /** To be pasted as it is. */
  readonly json?: unknown;
  /** To be pasted as it is, where it is no JSON: a prompt, a command. */
  readonly paste?: string;
}

/** For whom steps are made. */
export interface SetupTarget {
  /** Of the server, as platforms reach it, without a slash at its end. */
  readonly url: string;
  readonly workspace: string;
  /** With the platform's routes of the workspace: the server's own, or `/w/{workspace}`. */
  readonly base: string;
}

/** @param defaultWorkspace the one that needs no name in the address */
export function setupTarget(url: string, workspace: string, defaultWorkspace = 'default'): SetupTarget {
  const plain = url.replace(/\/+$/, '');
  return { url: plain, workspace, base: workspace === defaultWorkspace ? plain : `${plain}/w/${workspace}` };
}
