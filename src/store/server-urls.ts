const URL_PARTS = /^(postgres(?:ql)?:\/\/)((?:[^/@?#]*@)?)([^/?#]*)(.*)$/i;

/**
 * The servers that a URL names, one URL for each: `postgres://user@one,two:5433/db` names two. `target_session_attrs`, with which
 * libpq chooses among them, is left out: whoever opens them chooses.
 *
 * Where a URL asks for TLS that is verified, it says so in full: `pg` takes `require` and `verify-ca` for that, and writes a page of
 * warning about it.
 */
export function serverUrls(url: string): readonly string[] {
  const match = URL_PARTS.exec(url);
  if (match === null) return [url];
  const [, scheme = '', credentials = '', hosts = '', rest = ''] = match;
  return hosts.split(',').map((host) => sayVerify(withoutTarget(`${scheme}${credentials}${host}${rest}`)));
}

function withoutTarget(url: string): string {
  return url.replace(/([?&])target_session_attrs=[^&#]*(&?)/, (_, before: string, after: string) =>
    after === '' ? '' : before,
  );
}

/** `uselibpqcompat` asks `pg` for libpq's own meaning of these. */
function sayVerify(url: string): string {
  return /[?&]uselibpqcompat=true/.test(url)
    ? url
    : url.replace(/([?&]sslmode=)(require|verify-ca)(?=[&#]|$)/, '$1verify-full');
}
