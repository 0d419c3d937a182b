"""Couples on a Spark cluster: `comity.spark.batch(frame, forum="RU", on="2018-01-26")`.

Each partition is answered by `comity.batch` inside Spark's Python workers (`mapInArrow`), batch by batch and without a shuffle.
The package is needed on the executors; the law pack is sent to each once, and opened once by each worker process.
docs/spark.md says how to size a run.
"""

from __future__ import annotations

import datetime
import functools
import itertools
import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from . import _session
from ._session import Day, Law

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame

_STANCES = ("letter", "courts", "authorities")


def schema(frame: DataFrame, stance: str | None = None) -> str:
    """The columns that `batch` gives, as Spark writes a schema: `id` as it is in the frame, the others strings."""
    ids = [field.dataType.simpleString() for field in frame.schema.fields if field.name == "id"]
    names = ["outcome", "verdict", "decided_by"] if stance else ["outcome", "verdict", *(f"{s}.{c}" for s in _STANCES for c in ("outcome", "verdict", "decided_by"))]
    return ", ".join([*(f"id {kind}" for kind in ids), *(f"`{name}` string" for name in [*names, "depends_on", "problem"])])


@functools.lru_cache(maxsize=2)
def _law(pack: str) -> Law:
    return Law(pack)


def _pack_file(sent: str | None, here: str) -> str:
    """The pack that was sent to this worker, or the one of its own package."""
    if sent is None:
        return _session.law.pack
    if os.path.exists(here):  # the driver's own machine
        return here
    from pyspark import SparkFiles

    return SparkFiles.get(sent)


def _answering(sent: str | None, here: str, sha256: str, keys: dict[str, Any], given: list[str], columns: list[str]) -> Callable[[Iterator[pyarrow.RecordBatch]], Iterator[pyarrow.RecordBatch]]:
    def answer(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        import pyarrow

        law = _law(_pack_file(sent, here))
        if law.sha256 != sha256:
            raise RuntimeError(f"the law pack of this executor is {law.sha256}, the driver's is {sha256}: install one version everywhere")
        first = next(batches, None)
        if first is None:
            return

        def all_of_them() -> Iterator[pyarrow.RecordBatch]:
            for batch in itertools.chain([first], batches):
                yield batch.rename_columns(given)

        reader = pyarrow.RecordBatchReader.from_batches(first.rename_columns(given).schema, all_of_them())
        for answers in pyarrow.RecordBatchReader.from_stream(law.batch(reader, **keys)):
            plain = [column.dictionary_decode() if pyarrow.types.is_dictionary(column.type) else column for column in answers.columns]
            told = dict(zip(answers.schema.names, plain))
            yield pyarrow.RecordBatch.from_arrays([told[name] for name in columns], names=columns)

    return answer


def batch(frame: DataFrame, *, forum: str | None = None, on: Day | None = None, purpose: str | None = None, known_on: Day | None = None, stance: str | None = None,
          strict: bool = False, today: Day | None = None, law: Law | None = None) -> DataFrame:
    """A row of answers for each row of a frame of couples, as `comity.batch` gives them; lazy, as Spark is.

    `frame`: columns named by their paths in the case format, lists as arrays; `id` is handed through. `law`: a law pack of
    your own. `today` is settled here when left out, so that all executors have one clock. Raises ValueError where a
    column of the frame is not one of the case format.
    """
    used = law or _session.law
    known = used.columns()
    for name in frame.columns:
        head = name.split(".")[0]
        if name not in known and head in {"celebration", "spouses", "between", "question"}:
            raise ValueError(f"{name} is not a column of the case format")
    keys = {"forum": forum, "on": on, "purpose": purpose, "known_on": known_on, "stance": stance, "strict": strict,
            "today": today or datetime.datetime.now(datetime.timezone.utc).date(), "threads": 1}
    sent = None
    try:
        context = frame.sparkSession.sparkContext
    except Exception:  # Spark Connect has none: the executors' own package serves
        context = None
    if context is not None:
        context.addFile(used.pack)
        sent = os.path.basename(used.pack)
    columns = [part.split(" ")[0].strip("`") for part in schema(frame, stance).split(", ")]
    # mapInArrow takes a dot in a name for a part of a struct: names come back in the workers.
    numbered = frame.toDF(*(f"c{number}" for number in range(len(frame.columns))))
    return numbered.mapInArrow(_answering(sent, used.pack, used.sha256, keys, frame.columns, columns), schema(frame, stance))
