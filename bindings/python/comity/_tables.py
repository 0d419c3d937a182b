"""Tables in and out, by Arrow's C stream interface; no library of tables is needed, and each is served."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

    from . import _comity


def stream_of(table: Any) -> Any:
    """The table as a capsule of Arrow's C stream interface. Raises TypeError where it has no such thing."""
    give = getattr(table, "__arrow_c_stream__", None)
    if give is not None:
        return give()
    raise TypeError(f"{type(table).__name__} has no __arrow_c_stream__: hand over a PyArrow table, a Polars or pandas frame, or a DuckDB relation")


class Answers:
    """Rows of answers, not read yet: they come as they are asked for, once.

    Has `__arrow_c_stream__`, so that `pyarrow.table(answers)`, `polars.DataFrame(answers)` or DuckDB's `FROM answers` take
    it. Columns: `id` as it came, `outcome`, `verdict`, of each stance `.outcome`, `.verdict`, `.decided_by`, `depends_on` (paths
    of facts with a space between), `problem` (why a row could not be read).
    """

    def __init__(self, session: _comity.Session, stream: Any, request: str) -> None:
        self._session = session  # outlives the stream
        self._stream = session.batch(stream, request)

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> Any:
        stream, self._stream = self._stream, None
        if stream is None:
            raise ValueError("these answers were read already")
        return stream

    def to_arrow(self) -> pyarrow.Table:
        """All of them as a PyArrow table. Needs pyarrow."""
        import pyarrow

        return pyarrow.table(self)

    def to_polars(self) -> polars.DataFrame:
        """All of them as a Polars frame. Needs polars."""
        import polars

        return polars.DataFrame(self)

    def to_pandas(self) -> pandas.DataFrame:
        """All of them as a pandas frame, words as categories. Needs pandas and pyarrow."""
        return self.to_arrow().to_pandas()


class Query(str):
    """The text of a query, with the columns it reads (`columns`, name to type) and the facts it does not (`not_read`)."""

    columns: dict[str, str]
    not_read: list[str]

    def __new__(cls, text: str, columns: dict[str, str], not_read: list[str]) -> Query:
        query = super().__new__(cls, text)
        query.columns, query.not_read = columns, not_read
        return query


