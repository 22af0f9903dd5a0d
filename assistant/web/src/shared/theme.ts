export type Theme = "light" | "dark";

const KEY = "voicemed.theme";
const system = matchMedia("(prefers-color-scheme: dark)");

/** The theme in force: the one chosen on this screen, else the system's. */
export function theme(): Theme {
  return stored() ?? (system.matches ? "dark" : "light");
}

/** Switches to the other theme and remembers it on this screen. */
export function toggleTheme(): void {
  localStorage.setItem(KEY, theme() === "dark" ? "light" : "dark");
  applyTheme();
}

/** Puts the theme in force, now and whenever the system's changes. */
export function applyTheme(): void {
  document.documentElement.dataset["theme"] = theme();
}

system.addEventListener("change", applyTheme);

function stored(): Theme | null {
  const value = localStorage.getItem(KEY);
  return value === "light" || value === "dark" ? value : null;
}
