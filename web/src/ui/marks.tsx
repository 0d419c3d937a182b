// Outcomes and verdicts as marks: an icon and words together, so that colour is never alone.
import type { JSX } from "preact";
import type { Outcome, StanceVerdict } from "../made/answer";
import { useWords, type Words } from "../words";

const paths: Record<string, string> = {
  recognised: "M4 12.5l5 5L20 6.5",
  recognised_as_registered_partnership: "M4 8h16M4 16h16",
  recognised_limited_purpose: "M12 4a8 8 0 1 0 0 16V4z",
  not_recognised: "M6 6l12 12M18 6L6 18",
  settled: "M4 12.5l5 5L20 6.5",
  untested: "M5 19V5l10 3-10 4",
  contested: "M4 8h12l-4-4M20 16H8l4 4",
  depends: "M12 4v9M12 17v2",
  discretionary: "M4 20h16M6 20V10M18 20V10M12 20V10M3 10l9-6 9 6z",
  undecided: "M12 18v1M8.5 8.5a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.2-1.5 2.8",
  not_covered: "M5 5h14v14H5zM5 19L19 5",
  silent: "M6 12h12",
};

export function Icon(props: { of: string }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path d={paths[props.of] ?? paths.silent} fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  );
}

export const outcomeId = (outcome: Outcome, purpose: string): string =>
  outcome === "recognised_limited_purpose" && purpose === "status" ? "outcome-recognised_limited_status" : `outcome-${outcome}`;

export const outcomeWords = (words: Words, outcome: Outcome | null, purpose: string): string =>
  outcome ? words(outcomeId(outcome, purpose)) : words("outcome-open");

export function OutcomeMark(props: { outcome: Outcome | null; verdict?: StanceVerdict; purpose: string }): JSX.Element {
  const words = useWords();
  if (!props.outcome && props.verdict) return <VerdictMark verdict={props.verdict} />;
  return (
    <span class={`mark outcome ${props.outcome ?? "open"}`}>
      <Icon of={props.outcome ?? "depends"} />
      {outcomeWords(words, props.outcome, props.purpose)}
    </span>
  );
}

export function VerdictMark(props: { verdict: StanceVerdict }): JSX.Element {
  const words = useWords();
  return (
    <span class={`mark verdict ${props.verdict}`}>
      <Icon of={props.verdict} />
      {words(`verdict-${props.verdict}`)}
    </span>
  );
}
