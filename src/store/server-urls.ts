const URL_PARTS = /^(postgres(?:ql)?:\/\/)((?:[^/@?#]*@)?)([^/?#]*)(.*)$/i;

/**
 * The servers that a URL names, one URL for each: `postgres://user@one,two:5433/db` names two. `target_session_attrs`, with which
 * libpq chooses among them, is left out: whoever opens them chooses.
 */
export function serverUrls(url: string): readonly string[] {
  const match = URL_PARTS.exec(url);
  if (match === null) return [url];
  const [, scheme = '', credentials = '', hosts = '', rest = ''] = match;
  return hosts.split(',').map((host) => withoutTarget(`${scheme}${credentials}${host}${rest}`));
}

function withoutTarget(url: string): string {
  return url.replace(/([?&])target_session_attrs=[^&#]*(&?)/, (_, before: string, after: string) =>
    after === '' ? '' : before,
  );
}
