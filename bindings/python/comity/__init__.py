"""Whether a marriage counts in another country, from the law itself.

    >>> import comity
    >>> answer = comity.check({"question": {"forum": "RU", "on": "2018-01-26"}, "celebration": {"place": "DK"}}, today="2026-11-25")
    >>> answer.outcome is None and "spouses.0.sex" in answer.facts_needed
    True

A case is a dict of the case format (`comity.schema()`), or its text in YAML or JSON. Days are `datetime.date` or ISO text.
Nothing about a case leaves the process, is logged or written. Every answer is legal information, not advice.

One case: `check`, `why`, `timeline`, `atlas`, `ask`. The law base: `laws`, `schema`, `columns`. Many couples: `batch`, `sql`,
`comity.spark`. Pictures: `comity.plots`.
"""

from ._answers import Answer, StanceAnswer
from ._comity import LawError
from ._comity import version as __version__
from ._session import CaseError, Law, law
from ._tables import Answers, Query

__all__ = ["Answer", "Answers", "CaseError", "Law", "LawError", "Query", "StanceAnswer", "__version__", "ask", "atlas", "batch", "check", "columns", "law", "laws", "schema",
           "sql", "timeline", "why"]

check = law.check
why = law.why
timeline = law.timeline
atlas = law.atlas
ask = law.ask
laws = law.laws
schema = law.schema
columns = law.columns
batch = law.batch
sql = law.sql
