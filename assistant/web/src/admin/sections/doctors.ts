import { h } from "../../shared/dom";
import { api } from "../api";
import { action, fetched, table, when } from "../section";

interface Doctor { doctor: string; name?: string; role: string; ward: string; consentedOn: string; enrolledAt: string; model: string; usable: boolean; adaptations: number; suspendedAt?: string }

/** Who is enrolled. */
export const doctors = fetched<Doctor[]>("doctors", (data, context) => [table(context,
  ["doctors.doctor", "doctors.role", "doctors.ward", "doctors.consent", "doctors.enrolled", "doctors.model", "doctors.usable", "doctors.adaptations"],
  data.map(doctor => [
    doctor.name ? `${doctor.name} (${doctor.doctor})` : doctor.doctor, doctor.role, doctor.ward, doctor.consentedOn, when(doctor.enrolledAt, context.language),
    doctor.model, doctor.suspendedAt ? `${context.w("doctors.suspended")} ${when(doctor.suspendedAt, context.language)}` : context.w(doctor.usable ? "yes" : "no"), String(doctor.adaptations),
    h("span", { class: "row" }, action(context, doctor.suspendedAt ? "doctors.resume" : "doctors.suspend", async () => {
      await api(doctor.suspendedAt ? "DELETE" : "PUT", `doctors/${encodeURIComponent(doctor.doctor)}/suspension`);
    }),
    action(context, "doctors.remove", async () => {
      if (confirm(`${doctor.name ?? doctor.doctor}: ${context.w("doctors.removeSure")}`)) await api("DELETE", `doctors/${encodeURIComponent(doctor.doctor)}`);
    })),
  ]))]);
