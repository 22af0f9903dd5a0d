import { h, show } from "../shared/dom";
import type { Language } from "../shared/protocol";
import { applyTheme, toggleTheme } from "../shared/theme";
import { api, ApiError } from "./api";
import type { Section, SectionContext } from "./section";
import { alerts } from "./sections/alerts";
import { audit } from "./sections/audit";
import { calibration } from "./sections/calibration";
import { doctors } from "./sections/doctors";
import { emergencies } from "./sections/emergencies";
import { enrolment } from "./sections/enrolment";
import { health } from "./sections/health";
import { intents } from "./sections/intents";
import { models } from "./sections/models";
import { screens } from "./sections/screens";
import { signIn } from "./signIn";
import { word, type Word } from "./words";

const SECTIONS = { health, screens, alerts, doctors, enrolment, calibration, audit, emergencies, models, intents } satisfies Record<string, Section>;
type Name = keyof typeof SECTIONS;

const LANGUAGE = "voicemed.admin.language";
const root = document.getElementById("admin")!;
let language: Language = (localStorage.getItem(LANGUAGE) ?? navigator.language).startsWith("ru") ? "ru" : "en";

applyTheme();
addEventListener("hashchange", () => void start());
void start();

async function start(): Promise<void> {
  document.documentElement.lang = language;
  document.title = `VoiceMed · ${word("title", language)}`;
  const { signedIn } = await api<{ signedIn: boolean }>("GET", "session");
  if (signedIn) await page();
  else signIn(root, language, () => void start(), tools(false));
}

async function page(): Promise<void> {
  const here = current();
  const { sections } = await api<{ sections: string[] }>("GET", "health");
  const problem = h("p", { role: "alert", class: "problem" });
  const content = h("div", { class: "content" });
  show(root,
    h("header", { class: "admin-top" }, h("p", { class: "brand" }, "VoiceMed"), tools(true)),
    h("div", { class: "admin-body" },
      h("nav", { class: "sections", "aria-label": word("title", language) }, ...(Object.keys(SECTIONS) as Name[]).map(name =>
        h("a", { href: `#${name}`, "aria-current": name === here ? "page" : null }, word(`section.${name}`, language)))),
      h("main", { class: "panel" }, h("h1", {}, word(`section.${here}`, language)), problem, content)));
  if (!sections.includes(here)) {
    show(content, h("p", { class: "empty" }, word("notHere", language)));
    return;
  }
  const fail = (error: unknown) => {
    if (error instanceof ApiError && error.status === 401) void start();
    else problem.textContent = error instanceof Error ? error.message : word("error", language);
  };
  const context: SectionContext = { language, w: (key: Word) => word(key, language), again: () => void draw(), fail };
  const draw = async () => {
    problem.textContent = "";
    try {
      await SECTIONS[here](content, context);
    } catch (error) {
      fail(error);
    }
  };
  await draw();
}

function current(): Name {
  const name = location.hash.slice(1);
  return name in SECTIONS ? name as Name : "health";
}

function tools(signedIn: boolean): HTMLElement {
  const tool = (label: Word, act: () => void) => h("button", { class: "link", type: "button", onclick: act }, word(label, language));
  return h("div", { class: "row" },
    tool("language", () => {
      language = language === "ru" ? "en" : "ru";
      localStorage.setItem(LANGUAGE, language);
      void start();
    }),
    tool("theme", toggleTheme),
    signedIn ? tool("signOut", () => void api("DELETE", "session").then(start)) : null);
}
