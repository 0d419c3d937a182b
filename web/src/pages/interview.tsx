// The interview: finds the next question that can still change the answer, or leads on to the check of all answers.
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { caseOf, useApp } from "../app";
import type { Told } from "../case/case";
import { engine } from "../engine/start";
import { first, last, stillOpen, unknownOf } from "../interview/order";
import { Button, Heading } from "../ui/parts";
import { useWords } from "../words";

export interface Next {
  path: string | null;
  left: number | null;
  problem?: string;
}

export async function nextQuestion(told: Told, language: "en" | "ru", today: string): Promise<Next> {
  const opening = first.find((path) => !told.has(path));
  if (opening) return { path: opening, left: null };
  try {
    const plan = await engine.ask({ case: caseOf(told, today), lang: language, today, unknown: unknownOf(told) });
    const open = stillOpen(told, plan);
    if (open[0]) return { path: open[0], left: open.length };
  } catch (error) {
    return { path: null, left: null, problem: String((error as Error).message) };
  }
  return { path: last.find((path) => !told.has(path)) ?? null, left: 0 };
}

/** Passes through: what it leads to takes its place, so that Back goes from question to question. */
export function InterviewPage(): JSX.Element {
  const words = useWords();
  const app = useApp();
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    void nextQuestion(app.told, words.language, app.today).then((next) => {
      if (!current) return;
      if (next.problem) setProblem(next.problem);
      else app.go(next.path ? { at: "question", path: next.path, left: next.left, change: false } : { at: "check_answers" });
    });
    return () => {
      current = false;
    };
  }, []);
  if (problem === null)
    return (
      <p class="quiet" role="status">
        {words("wait")}
      </p>
    );
  return (
    <>
      <Heading>{words("refused-title")}</Heading>
      <p>{problem}</p>
      <Button onClick={() => app.go({ at: "check_answers" })}>{words("check-title")}</Button>
    </>
  );
}
