// Days as ISO text, and days known in part: a year, a month, a day.
export interface Parts {
  day: string;
  month: string;
  year: string;
}

export const empty: Parts = { day: "", month: "", year: "" };

export type Problem = "day_missing_year" | "day_not_real" | "day_needs_all";

/** ISO text of what was typed; `whole` wants a full day. */
export function readDay(parts: Parts, whole: boolean): { iso: string } | { problem: Problem } {
  const [year, month, day] = [parts.year.trim(), parts.month.trim(), parts.day.trim()];
  if (!year) return { problem: "day_missing_year" };
  if (!/^\d{4}$/.test(year) || Number(year) < 1000) return { problem: "day_not_real" };
  if (!month) return day ? { problem: "day_not_real" } : whole ? { problem: "day_needs_all" } : { iso: year };
  if (!/^\d{1,2}$/.test(month) || Number(month) < 1 || Number(month) > 12) return { problem: "day_not_real" };
  const m = month.padStart(2, "0");
  if (!day) return whole ? { problem: "day_needs_all" } : { iso: `${year}-${m}` };
  if (!/^\d{1,2}$/.test(day)) return { problem: "day_not_real" };
  const iso = `${year}-${m}-${day.padStart(2, "0")}`;
  return isDay(iso) ? { iso } : { problem: "day_not_real" };
}

export function isDay(iso: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return false;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === iso;
}

export function partsOf(iso: string): Parts {
  const m = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso);
  const plain = (text?: string) => (text ? String(Number(text)) : "");
  return m ? { year: m[1] ?? "", month: plain(m[2]), day: plain(m[3]) } : empty;
}

export const today = (): string => {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

export const toNumber = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000);
export const fromNumber = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** The first day a date known in part may be. */
export const earliest = (iso: string): string => (iso.length === 4 ? `${iso}-01-01` : iso.length === 7 ? `${iso}-01` : iso);

/** A day, month or year as people of the language write it. */
export function dayWords(iso: string, language: string): string {
  const date = new Date(`${earliest(iso)}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  const options: Intl.DateTimeFormatOptions =
    iso.length === 4
      ? { year: "numeric" }
      : iso.length === 7
        ? { year: "numeric", month: "long" }
        : { year: "numeric", month: "long", day: "numeric" };
  const locale = language === "en" ? "en-GB" : language;
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(date).replace(/ г\.$/, " года");
}
