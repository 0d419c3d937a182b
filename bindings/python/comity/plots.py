"""Pictures of what came out of `batch`: shares by place and by date. Needs matplotlib and pyarrow.

A share is of the rows given, whatever they are; it says nothing of people who are not in the table. What could not be decided is
drawn as such and never left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow
    from matplotlib.axes import Axes

# Outcome by colour and, for those who do not tell colours apart, by hatching; the same order everywhere.
OUTCOMES = {
    "recognised": ("#1b7837", ""),
    "recognised_as_registered_partnership": ("#7fbf7b", "//"),
    "recognised_limited_purpose": ("#d9f0d3", ".."),
    "no single outcome": ("#bdbdbd", "xx"),
    "not_recognised": ("#762a83", "\\\\"),
}


def _table(data: Any) -> pyarrow.Table:
    import pyarrow

    return data if isinstance(data, pyarrow.Table) else pyarrow.table(data)


def _words(column: pyarrow.ChunkedArray) -> list[Any]:
    return list(column.to_pylist())


def shares(couples: Any, answers: Any, by: str = "celebration.place", stance: str | None = None) -> dict[str, dict[str, float]]:
    """The share of each outcome among the rows with one value of the column `by` (0 to 1), the largest groups first.

    `couples` and `answers`: tables with the same rows in the same order. `by`: a column of `couples`; of a column of days, the
    years. `stance`: the outcome of that stance, and not the one all agree on.
    """
    keys = _words(_table(couples)[by])
    outcomes = _words(_table(answers)[f"{stance}.outcome" if stance else "outcome"])
    if len(keys) != len(outcomes):
        raise ValueError(f"{len(keys)} couples and {len(outcomes)} answers")
    counts: dict[str, dict[str, int]] = {}
    for key, outcome in zip(keys, outcomes):
        name = "unknown" if key is None else str(getattr(key, "year", key))
        group = counts.setdefault(name, dict.fromkeys(OUTCOMES, 0))
        group[outcome or "no single outcome"] += 1
    largest = sorted(counts, key=lambda name: (-sum(counts[name].values()), name))
    return {name: {outcome: count / sum(counts[name].values()) for outcome, count in counts[name].items()} for name in largest}


def by_place(couples: Any, answers: Any, by: str = "celebration.place", stance: str | None = None, most: int = 25, axes: Axes | None = None) -> Axes:
    """Bars of the share of each outcome, a bar for each place, alphabetical and never ranked.

    `most`: of the places with the most rows. Draws into `axes`, or into a new figure.
    """
    found = shares(couples, answers, by, stance)
    names = sorted(list(found)[:most], reverse=True)
    drawn = axes if axes is not None else _new_axes(height=1.2 + 0.24 * len(names))
    left = [0.0] * len(names)
    for outcome, (colour, hatch) in OUTCOMES.items():
        widths = [found[name][outcome] for name in names]
        if any(widths):
            drawn.barh(names, widths, left=left, color=colour, hatch=hatch, edgecolor="white", linewidth=0.5, label=outcome.replace("_", " "))
            left = [a + b for a, b in zip(left, widths)]
    drawn.set_xlim(0, 1)
    drawn.set_xlabel("share of the rows" + (f", {stance}" if stance else ""))
    drawn.set_ylabel(by)
    drawn.legend(loc="upper center", bbox_to_anchor=(0.5, -0.12), ncols=2, frameon=False)
    return drawn


def by_date(couples: Any, answers: Any, by: str = "celebration.on", stance: str | None = None, axes: Axes | None = None) -> Axes:
    """The share of each outcome by year of the column `by`, stacked to one. Rows without a day are left for `shares` to count."""
    found = {int(name): share for name, share in shares(couples, answers, by, stance).items() if name != "unknown"}
    years = sorted(found)
    drawn = axes if axes is not None else _new_axes(height=4)
    stacked = [[found[year][outcome] for year in years] for outcome in OUTCOMES]
    drawn.stackplot(years, stacked, labels=[outcome.replace("_", " ") for outcome in OUTCOMES], colors=[colour for colour, _ in OUTCOMES.values()])
    drawn.set_ylim(0, 1)
    if years:
        drawn.set_xlim(years[0], years[-1] if len(years) > 1 else years[0] + 1)
    drawn.set_xlabel(by)
    drawn.set_ylabel("share of the rows" + (f", {stance}" if stance else ""))
    drawn.legend(loc="upper center", bbox_to_anchor=(0.5, -0.15), ncols=2, frameon=False)
    return drawn


def _new_axes(height: float) -> Axes:
    import matplotlib.pyplot as pyplot

    return pyplot.subplots(figsize=(8, height), layout="constrained")[1]
