import { h } from "../../shared/dom";
import { api } from "../api";
import { action, fetched, table, when } from "../section";

interface Emergency { id: string; patient: string; doctor: string; reason: string; from: string; until: string; reviewed: boolean; reviewer?: string; outcome?: string }

/** Emergency accesses and their reviews. */
export const emergencies = fetched<Emergency[]>("emergencies", (data, context) => [table(context,
  ["emergency.when", "emergency.doctor", "emergency.patient", "emergency.reason", "emergency.outcome"],
  data.map(emergency => [
    `${when(emergency.from, context.language)} – ${when(emergency.until, context.language)}`, emergency.doctor, emergency.patient, emergency.reason,
    emergency.reviewed
      ? h("span", { class: `tag ${emergency.outcome === "justified" ? "tag-good" : "tag-danger"}` }, context.w(emergency.outcome === "justified" ? "emergency.justified" : "emergency.unjustified"))
      : h("span", { class: "tag tag-caution" }, context.w("emergency.open")),
    emergency.reviewed ? null : h("span", { class: "row" },
      action(context, "emergency.justified", () => api("POST", `emergencies/${encodeURIComponent(emergency.id)}/review`, { justified: true })),
      action(context, "emergency.unjustified", () => api("POST", `emergencies/${encodeURIComponent(emergency.id)}/review`, { justified: false }))),
  ]))]);
