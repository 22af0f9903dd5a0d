import type { Language } from "./protocol";

const LOCALE: Record<Language, string> = { ru: "ru-RU", en: "en-GB" };

/** "12 марта 1956 г." / "12 March 1956" for an ISO day; the day itself, whatever the time zone. */
export function day(iso: string, language: Language, style: "long" | "short" = "long"): string {
  const date = new Date(`${iso.slice(0, 10)}T12:00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  return withoutYearWord(dayFormat(language, style).format(date));
}

/** "14–20 нояб. 2026", "30 окт. – 2 нояб. 2026", or one day. */
export function days(from: string, until: string | undefined, language: Language): string {
  if (!until || until === from) return day(from, language, "short");
  const [first, last] = [new Date(`${from}T12:00:00Z`), new Date(`${until}T12:00:00Z`)];
  if (Number.isNaN(first.getTime()) || Number.isNaN(last.getTime())) return `${from} – ${until}`;
  return withoutYearWord(dayFormat(language, "short").formatRange(first, last));
}

function dayFormat(language: Language, style: "long" | "short"): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(LOCALE[language], { day: "numeric", month: style, year: "numeric", timeZone: "UTC" });
}

// Russian dates end in "г.", which only takes room here.
function withoutYearWord(date: string): string {
  return date.replace(/\s?г\.$/u, "");
}

/** "08:10" today, else "14 нояб., 08:10", in the time zone of the screen. */
export function moment(iso: string, language: Language, now = new Date()): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const time = new Intl.DateTimeFormat(LOCALE[language], { hour: "2-digit", minute: "2-digit" }).format(date);
  if (date.toDateString() === now.toDateString()) return `${language === "ru" ? "сегодня" : "today"}, ${time}`;
  const sameYear = date.getFullYear() === now.getFullYear();
  const dayPart = new Intl.DateTimeFormat(LOCALE[language], { day: "numeric", month: "short", ...(sameYear ? {} : { year: "numeric" }) }).format(date);
  return `${dayPart}, ${time}`;
}

/** A number with the language's decimal sign. */
export function number(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: 2 }).format(value);
}

/** Whole years between a birth date and a day. */
export function age(birthDate: string, on = new Date()): number {
  const [year = 0, month = 1, date = 1] = birthDate.split("-").map(Number);
  const before = on.getMonth() + 1 < month || (on.getMonth() + 1 === month && on.getDate() < date);
  return on.getFullYear() - year - (before ? 1 : 0);
}

/** "69 лет", "1 год", "3 года" / "69 years". */
export function years(count: number, language: Language): string {
  const forms = language === "ru" ? { one: "год", few: "года", many: "лет", other: "года" } : { one: "year", other: "years" };
  const form = new Intl.PluralRules(LOCALE[language]).select(count);
  return `${count} ${(forms as Record<string, string>)[form] ?? forms.other}`;
}

const UNITS: Record<string, [string, string]> = {
  "mm[Hg]": ["мм рт. ст.", "mmHg"], "/min": ["в минуту", "/min"], Cel: ["°C", "°C"], "%": ["%", "%"], "mmol/L": ["ммоль/л", "mmol/L"],
  kg: ["кг", "kg"], "g/L": ["г/л", "g/L"], "umol/L": ["мкмоль/л", "µmol/L"], "mg/L": ["мг/л", "mg/L"], "ng/L": ["нг/л", "ng/L"],
  "10*9/L": ["10⁹/л", "10⁹/L"], "10*12/L": ["10¹²/л", "10¹²/L"], "U/L": ["Ед/л", "U/L"], "[iU]/L": ["МЕ/л", "IU/L"], "ng/mL": ["нг/мл", "ng/mL"],
  "pg/mL": ["пг/мл", "pg/mL"], "ug/L": ["мкг/л", "µg/L"], "mm/h": ["мм/ч", "mm/h"], "m[IU]/L": ["мМЕ/л", "mIU/L"], s: ["с", "s"], "1": ["", ""],
};

/** A UCUM unit as people write it. */
export function unit(ucum: string, language: Language): string {
  return UNITS[ucum]?.[language === "ru" ? 0 : 1] ?? ucum;
}
