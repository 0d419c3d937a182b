// Why a question is asked: the rules that read the fact, from the derivation of the answer as far as it is known.
import type { Answer, Step } from "../made/answer";

export interface Reason {
  provision: string;
  law: string;
  text: string;
  cite: string;
}

export function reasonsFor(answer: Answer, path: string): Reason[] {
  const found = new Map<string, Reason & { open: boolean }>();
  const visit = (step: Step): void => {
    const reads = step.facts?.some((fact) => fact === path || fact.startsWith(path + ".") || path.startsWith(fact + "."));
    if (reads && step.provision && step.text && !step.provision.startsWith("COMITY/")) {
      const before = found.get(step.provision);
      if (!before || (step.holds === null && !before.open))
        found.set(step.provision, { provision: step.provision, law: step.law ?? "", text: step.text, cite: step.cite ?? step.provision, open: step.holds === null });
    }
    step.because.forEach(visit);
  };
  for (const stance of answer.stances) stance.because?.forEach(visit);
  return [...found.values()].sort((a, b) => Number(b.open) - Number(a.open)).slice(0, 3);
}
