"""The law base and the questions put to it."""

from __future__ import annotations

import datetime
import importlib.resources
import json
import os
import threading
from collections.abc import Iterable, Mapping
from typing import Any

from . import _comity
from ._answers import Answer
from ._tables import Answers, Query, stream_of

Day = datetime.date | str
Case = Mapping[str, Any] | str


class CaseError(ValueError):
    """A case or a question that cannot be used: `findings` says where and why, with what to do about it."""

    def __init__(self, problem: Mapping[str, Any]) -> None:
        self.findings: list[dict[str, Any]] = list(problem.get("findings", []))
        lines = []
        for finding in self.findings:
            where = finding.get("pointer", "").removeprefix("/case/").replace("/", ".")
            lines.append(f"{where}: {finding['message']}" if where else str(finding["message"]))
            if finding.get("remedy"):
                lines[-1] += f" ({finding['remedy']})"
        super().__init__("\n".join(lines) or str(problem.get("detail", "the request cannot be used")))


def _text(value: Any) -> str:
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is not a value of the case format")


def _request(**keys: Any) -> str:
    return json.dumps({key: value for key, value in keys.items() if value is not None}, default=_text)


class Law:
    """A law pack and what can be asked of it. `comity.law` is the one that came with the package."""

    def __init__(self, pack: str | os.PathLike[str] | None = None) -> None:
        """`pack`: a law pack of your own; the package's, or the one COMITY_PACK names, when left out.

        Raises LawError, at the first question, where the pack is missing, damaged, or not signed by a trusted key.
        """
        self._pack = os.fspath(pack) if pack is not None else None
        self._session: _comity.Session | None = None
        self._lock = threading.Lock()

    @property
    def pack(self) -> str:
        """The file of the law pack."""
        if self._pack is None:
            self._pack = os.environ.get("COMITY_PACK") or str(importlib.resources.files(__package__) / "comity.pack")
        return self._pack

    @property
    def sha256(self) -> str:
        """The hash that the receipts of its answers carry."""
        return self._opened().sha256

    def _opened(self) -> _comity.Session:
        with self._lock:
            if self._session is None:
                self._session = _comity.Session(self.pack)
            return self._session

    def __reduce__(self) -> tuple[type[Law], tuple[str | None]]:
        return Law, (self._pack,)

    def _ask(self, verb: str, **keys: Any) -> Any:
        status, document = self._opened().call(verb, _request(compact=True, **keys))
        told = json.loads(document)
        if status == 0:
            return told
        if status == 2:
            raise CaseError(told)
        raise _comity.LawError(told.get("detail", document)) if status == 3 else RuntimeError(told.get("detail", document))

    def check(self, case: Case, *, forum: str | None = None, on: Day | None = None, purpose: str | None = None, known_on: Day | None = None, strict: bool = False,
              because: bool = True, today: Day | None = None, lang: str = "en") -> Answer:
        """One case, one forum: the answer.

        `forum`, `on`, `purpose` and `known_on` stand before what the case's own `question` says. `strict` presumes nothing.
        `because=False` leaves the derivations out. `today` is the clock of defaults and of staleness. `lang`: "en" or "ru".
        Raises CaseError where the case cannot be used.
        """
        return Answer(self._ask("check", case=case, forum=forum, on=on, purpose=purpose, known_on=known_on, strict=strict, because=because, today=today, lang=lang))

    def why(self, case: Case, *, forum: str | None = None, on: Day | None = None, purpose: str | None = None, known_on: Day | None = None, strict: bool = False,
            today: Day | None = None, lang: str = "en") -> Answer:
        """The same with its derivation: `answer.steps()` goes through it, each step a provision with its day and text."""
        return Answer(self._ask("why", case=case, forum=forum, on=on, purpose=purpose, known_on=known_on, strict=strict, today=today, lang=lang))

    def atlas(self, case: Case, *, on: Day | None = None, purpose: str | None = None, known_on: Day | None = None, strict: bool = False, today: Day | None = None,
              lang: str = "en") -> list[Answer]:
        """One case in every place that may be asked on the day, in the order of place codes; without derivations."""
        return [Answer(answer) for answer in self._ask("atlas", case=case, on=on, purpose=purpose, known_on=known_on, strict=strict, today=today, lang=lang)]

    def timeline(self, case: Case, *, forum: str | None = None, on: Day | None = None, purpose: str | None = None, until: Day | None = None, as_lived: bool = False,
                 strict: bool = False, today: Day | None = None, lang: str = "en") -> list[dict[str, Any]]:
        """Stretches of days with one answer, from the celebration to `until`, each with what began it.

        `as_lived`: each day by what was known on it, and not by what is known now.
        """
        told = self._ask("timeline", case=case, forum=forum, on=on, purpose=purpose, until=until, as_lived=as_lived, strict=strict, today=today, lang=lang)
        return list(told["intervals"])

    def ask(self, case: Case | None = None, *, forum: str | None = None, on: Day | None = None, purpose: str | None = None, unknown: Iterable[str] = (),
            today: Day | None = None, lang: str = "en") -> dict[str, Any]:
        """What to ask next, and the answer so far: only questions that can still change it, the most telling first.

        `unknown`: paths of facts that the person does not know and should not be asked for.
        """
        return dict(self._ask("ask", case=case, forum=forum, on=on, purpose=purpose, unknown=list(unknown) or None, today=today, lang=lang))

    def laws(self, place: str | None = None, *, on: Day | None = None, topic: str | None = None, history: bool = False, today: Day | None = None, lang: str = "en") -> Any:
        """What the law base covers; with `place` what the law of that place says on a day, topic by topic; "all": every place."""
        return self._ask("laws", place=place, on=on, topic=topic, history=history or None, today=today, lang=lang)

    def schema(self) -> dict[str, Any]:
        """The case format as JSON Schema 2020-12."""
        return dict(self._ask("schema"))

    def columns(self) -> dict[str, str]:
        """The columns that `batch` reads, by name: boolean, integer, date, word, place, prose, list, or periods.

        A column is named by its path in the case format; a null is a key left out, a column that is missing is a key left
        out of every row.
        """
        return dict(self._opened().columns())

    def batch(self, table: Any, *, forum: str | None = None, on: Day | None = None, purpose: str | None = None, known_on: Day | None = None, stance: str | None = None,
              strict: bool = False, threads: int | None = None, today: Day | None = None, lang: str = "en") -> Answers:
        """A row of answers for each row of a table, in order, as `check` would answer it.

        `table`: anything with `__arrow_c_stream__` (a PyArrow table or reader, a Polars or pandas frame, a DuckDB relation),
        read as the answers are read, so that a table larger than memory streams through. Its columns are those of
        `columns()`; `id` is handed through. `forum`, `on`, .. hold for every row; left out, the columns `question.forum`,
        .. say it row by row. `stance`: outcome, verdict and decided_by of that stance only. `threads`: how many work at once.

        A row that cannot be read has its reason in `problem` and nulls elsewhere. Raises ValueError where a column is not
        of the case format or of a type that does not fit.
        """
        keys = {"forum": forum, "on": on, "purpose": purpose, "known_on": known_on, "stance": stance, "strict": strict or None,
                "threads": str(threads or os.cpu_count() or 1), "today": today, "lang": lang}
        return Answers(self._opened(), stream_of(table), _request(**keys))

    def sql(self, *, forum: str, dialect: str, on: Day | None = None, purpose: str | None = None, known_on: Day | None = None, stance: str | None = None,
            table: str | None = None, row_id: str | None = None, columns: Iterable[str] | None = None, places: Iterable[str] | None = None,
            laws: Iterable[str] | None = None, strict: bool = False, today: Day | None = None, lang: str = "en") -> Query:
        """The law of a forum as one query over a table of couples (docs/sql.md); `str` of what comes is its text.

        `dialect`: "duckdb", "spark" or "postgres". `columns`: those the table has. `places`: places of celebration that are
        spelt out, all when left out. `laws`: laws of nationality and home that are, besides the forum's and the place's.
        """
        text, read, not_read = self._opened().query(_request(
            forum=forum, dialect=dialect, on=on, purpose=purpose, known_on=known_on, stance=stance, table=table, row_id=row_id,
            columns=None if columns is None else list(columns), places=None if places is None else list(places),
            laws=None if laws is None else list(laws), strict=strict or None, today=today, lang=lang))
        return Query(text, dict(read), not_read)


law = Law()
