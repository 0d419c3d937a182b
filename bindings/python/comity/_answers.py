"""Answers as what they are in JSON, with names for what is looked at most."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast


class StanceAnswer(dict[str, Any]):
    """What one stance says: the letter of the law, its courts, or its authorities."""

    @property
    def stance(self) -> str:
        """`letter`, `courts` or `authorities`."""
        return cast(str, self["stance"])

    @property
    def verdict(self) -> str:
        """How firm: `settled`, `depends`, .., or `silent` where the stance has not spoken."""
        return cast(str, self["verdict"])

    @property
    def outcome(self) -> str | None:
        """`recognised`, .., or None where it is not one in every completion of the case."""
        return cast("str | None", self["outcome"])

    @property
    def decided_by(self) -> str | None:
        """The provision that gave the outcome, such as `RU/SK/158(1)`."""
        return cast("str | None", self.get("decided_by"))


class Answer(dict[str, Any]):
    """The answer to one question, as `comity check --json` prints it (docs/c-abi.md).

    A dict of the format's own keys; the properties name the ones most looked at.
    """

    @property
    def forum(self) -> str:
        """The code of the place whose answer it is."""
        return cast(str, self["question"]["forum"])

    @property
    def verdict(self) -> str:
        """How firm, the most cautious first: not_covered, undecided, discretionary, depends, contested, untested, settled."""
        return cast(str, self["verdict"])

    @property
    def outcome(self) -> str | None:
        """recognised, recognised_as_registered_partnership, recognised_limited_purpose or not_recognised.

        None unless all stances that speak agree in every completion of the case.
        """
        return cast("str | None", self["outcome"])

    @property
    def stances(self) -> dict[str, StanceAnswer]:
        """What each stance says, by its name."""
        return {stance["stance"]: StanceAnswer(stance) for stance in self["stances"]}

    @property
    def facts_needed(self) -> list[str]:
        """Paths of the facts that could change an outcome, and no others."""
        return [item["fact"] for item in self["depends_on"]]

    def steps(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """The derivations of all stances from the top, each step with its depth. Empty where they were left out."""
        def below(steps: list[dict[str, Any]], depth: int) -> Iterator[tuple[int, dict[str, Any]]]:
            for step in steps:
                yield depth, step
                yield from below(step.get("because", []), depth + 1)

        for stance in self["stances"]:
            yield from below(stance.get("because", []), 0)

    def __str__(self) -> str:
        said = self.outcome or "no single outcome"
        parts = [f"{self.forum}, {self['question']['on']}, {self['question']['purpose']}: {said} ({self.verdict})"]
        for name, stance in self.stances.items():
            by = f", {stance.decided_by}" if stance.decided_by else ""
            parts.append(f"  {name}: {stance.outcome or stance.verdict}{by}")
        if self.facts_needed:
            parts.append("  depends on " + ", ".join(self.facts_needed))
        return "\n".join(parts)
