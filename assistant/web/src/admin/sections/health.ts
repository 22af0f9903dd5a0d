import { h } from "../../shared/dom";
import { fetched, when } from "../section";

interface Health { version: string; started: string; memoryBytes: number; threads: number; screens: number; ledger: string; packErrors?: number }

/** How the server is. */
export const health = fetched<Health>("health", (data, { w, language }) => [h("dl", { class: "facts facts-large" },
  h("dt", {}, w("health.version")), h("dd", {}, data.version),
  h("dt", {}, w("health.started")), h("dd", {}, when(data.started, language)),
  h("dt", {}, w("health.memory")), h("dd", {}, `${Math.round(data.memoryBytes / 1_048_576)} MiB`),
  h("dt", {}, w("health.threads")), h("dd", {}, String(data.threads)),
  h("dt", {}, w("health.screens")), h("dd", {}, String(data.screens)),
  h("dt", {}, w("health.ledger")), h("dd", {}, data.ledger),
  ...(data.packErrors === undefined ? [] : [h("dt", {}, w("health.packErrors")), h("dd", {}, String(data.packErrors))]))]);
