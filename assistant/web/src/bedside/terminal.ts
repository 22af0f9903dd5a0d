const KEY = "voicemed.terminal";

/**
 * The token that binds this screen to its bed. It is given once in the address (`…/#token=…`), kept on the screen, and taken out of
 * the address at once. Behind the # it never reaches a server's log.
 */
export function terminalToken(): string {
  const given = new URLSearchParams(location.hash.slice(1)).get("token");
  if (given) {
    localStorage.setItem(KEY, given);
    history.replaceState(null, "", location.pathname);
  }
  return localStorage.getItem(KEY) ?? "";
}
