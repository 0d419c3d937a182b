"""What users write, for the type checker."""
import comity

answer: comity.Answer = comity.check({"celebration": {"place": "DK"}}, forum="RU")
outcome: str | None = answer.stances["letter"].outcome
query: str = comity.sql(forum="RU", dialect="duckdb")
columns: dict[str, str] = comity.columns()
