#!/usr/bin/env python3
"""Tests of the Python package as installed. Run by its environment: ./comity python bindings/python/tests/run.py

Ends with "N passed, N failed".
"""
import datetime
import doctest
import importlib.metadata
import json
import pathlib
import subprocess
import sys
import tempfile

import comity

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path.insert(0, str(ROOT / "tests/sql"))
import couples  # noqa: E402

TODAY = "2026-11-25"
MOSCOW = (ROOT / "examples/moscow-2018.yaml").read_text(encoding="utf-8")
passed, failures = 0, []


def test(function):
    global passed
    try:
        function()
        passed += 1
    except Exception as failure:  # every failure is told, whatever it is
        failures.append(f"{function.__name__}: {type(failure).__name__}: {failure}")
    return function


def raises(kind, call, *words):
    try:
        call()
    except kind as refused:
        for word in words:
            assert word in str(refused), f"{word!r} is not in {refused}"
        return refused
    raise AssertionError(f"{kind.__name__} was not raised")


def rows(count=400, seed=5):
    with open(ROOT / "law/shared/places.csv", encoding="utf-8") as file:
        places = [line.split(",")[0] for line in file.read().splitlines()[1:]]
    return [{key: value for key, value in row.items() if couples.COLUMNS.get(key) != "records" and not (key.endswith("earlier_unions"))}
            for row in couples.made(seed, count, places, "RU", "2018-01-26")]


def arrow(made):
    import pyarrow

    kinds = {"text": pyarrow.string(), "date": pyarrow.date32(), "boolean": pyarrow.bool_(), "integer": pyarrow.int32(), "list": pyarrow.list_(pyarrow.string())}
    names = [name for name in made[0] if name != "id"]
    columns = [pyarrow.array([row["id"] for row in made], pyarrow.int64())] + [pyarrow.array([row[name] for row in made], kinds[couples.COLUMNS[name]]) for name in names]
    return pyarrow.table(columns, names=["id", *names])


# ---- one case


@test
def the_answer_is_the_programs():
    program = ROOT / "build/release/comity"
    said = subprocess.run([program, "check", "-", "--json", "--today", TODAY], input=MOSCOW, capture_output=True, text=True, check=True).stdout
    assert comity.check(MOSCOW, today=TODAY) == json.loads(said)


@test
def an_answer_has_names_for_its_parts():
    answer = comity.check(MOSCOW, today=TODAY)
    assert answer.forum == "RU" and answer.verdict == "contested" and answer.outcome is None
    assert answer.stances["letter"].outcome == "recognised" and answer.stances["letter"].decided_by == "RU/SK/158(1)"
    assert answer.stances["courts"].verdict == "silent"
    assert "letter: recognised, RU/SK/158(1)" in str(answer)
    assert any(step["provision"] == "RU/SK/158(1)" for _, step in comity.why(MOSCOW, today=TODAY).steps())
    assert not list(comity.check(MOSCOW, because=False, today=TODAY).steps())


@test
def a_dict_is_a_case():
    told = {"question": {"forum": "RU"}, "celebration": {"place": "DK", "on": datetime.date(2018, 1, 4)}}
    answer = comity.check(told, on=datetime.date(2018, 1, 26), today=TODAY)
    assert answer["question"]["on"] == "2018-01-26" and answer.outcome is None and "depends" in answer["also"] and "spouses.0.sex" in answer.facts_needed


@test
def a_bad_case_says_where():
    told = {"question": {"forum": "RU"}, "celebration": {"palce": "DK"}}
    refused = raises(comity.CaseError, lambda: comity.check(told, today=TODAY), "palce", "place")
    assert refused.findings[0]["code"] == 8002 and isinstance(refused, ValueError)
    raises(comity.CaseError, lambda: comity.check(MOSCOW, forum="XX", today=TODAY), "XX")
    raises(TypeError, lambda: comity.check({"celebration": {"on": object()}}), "object")


@test
def every_place_and_every_day():
    answers = comity.atlas(MOSCOW, today=TODAY)
    assert len(answers) > 200 and [a.forum for a in answers] == sorted(a.forum for a in answers)
    stretches = comity.timeline(MOSCOW, until="2018-02-01", today=TODAY)
    assert stretches[0]["from"] == "2018-01-04" and stretches[-1]["verdict"] == "contested"


@test
def what_to_ask_next():
    asked = comity.ask({"celebration": {"place": "DK"}}, forum="RU", on="2018-01-26", today=TODAY)
    assert asked, "an interview says something"


@test
def the_law_base():
    assert comity.schema()["$schema"].endswith("2020-12/schema")
    assert comity.laws(place="NL", on="2001-04-01", today=TODAY)["topics"]["same_sex_marriage"]["value"] == "open"
    assert comity.columns()["celebration.place"] == "place" and comity.columns()["spouses.0.nationalities"] == "list"
    assert len(comity.law.sha256) == 64


@test
def a_spoilt_pack_is_refused():
    with tempfile.TemporaryDirectory() as folder:
        spoilt = pathlib.Path(folder, "spoilt.pack")
        spoilt.write_bytes(pathlib.Path(comity.law.pack).read_bytes()[:-100])
        raises(comity.LawError, lambda: comity.Law(spoilt).check(MOSCOW))
        raises(comity.LawError, lambda: comity.Law(pathlib.Path(folder, "none.pack")).check(MOSCOW), "none.pack")


# ---- tables


@test
def a_row_is_answered_as_its_case():
    made = rows(200)
    answers = comity.batch(arrow(made), forum="RU", on="2018-01-26", today=TODAY).to_arrow().to_pylist()
    assert [row["id"] for row in answers] == [row["id"] for row in made]
    for row, told in zip(made, answers):
        try:
            answer = comity.check(couples.as_json(couples.case_of(row, "RU", "2018-01-26")), because=False, today=TODAY)
        except comity.CaseError:
            assert told["problem"] and told["outcome"] is None and told["verdict"] is None, told
            continue
        assert (told["outcome"], told["verdict"]) == (answer.outcome, answer.verdict), (row, told)
        for name, stance in answer.stances.items():
            assert (told[f"{name}.outcome"], told[f"{name}.verdict"], told[f"{name}.decided_by"]) == (stance.outcome, stance.verdict, stance.decided_by), (row, told)
        assert set((told["depends_on"] or "").split()) == set(answer.facts_needed), (row, told)


@test
def every_kind_of_table():
    import duckdb
    import pandas
    import polars

    table = arrow(rows(100))
    wanted = comity.batch(table, forum="RU", on="2018-01-26", today=TODAY).to_arrow().to_pylist()
    frames = {"reader": table.to_reader(30), "polars": polars.from_arrow(table), "duckdb": duckdb.connect().from_arrow(table),
              "pandas": table.to_pandas(types_mapper=pandas.ArrowDtype)}
    for name, frame in frames.items():
        got = comity.batch(frame, forum="RU", on="2018-01-26", today=TODAY, threads=2).to_arrow().to_pylist()
        assert got == wanted, name
    assert comity.batch(table, forum="RU", on="2018-01-26", today=TODAY).to_polars()["verdict"].to_list() == [row["verdict"] for row in wanted]
    assert len(comity.batch(table, forum="RU", on="2018-01-26", today=TODAY).to_pandas()) == 100


@test
def a_table_that_cannot_be_read():
    import pyarrow

    raises(TypeError, lambda: comity.batch([1, 2]), "__arrow_c_stream__")
    raises(ValueError, lambda: comity.batch(pyarrow.table({"celebration.plce": ["DK"]}), forum="RU"), "celebration.plce")
    raises(ValueError, lambda: comity.batch(pyarrow.table({"id": [1]}), forum="QQ"), "QQ")
    once = comity.batch(pyarrow.table({"id": [1]}), forum="RU", today=TODAY)
    once.to_arrow()
    raises(ValueError, once.to_arrow, "already")


@test
def the_query_is_the_programs():
    program = ROOT / "build/release/comity"
    said = subprocess.run([program, "sql", "--forum", "RU", "--on", "2018-01-26", "--dialect", "duckdb", "--places", "DK,FR", "--today", TODAY], capture_output=True, text=True, check=True).stdout
    query = comity.sql(forum="RU", on="2018-01-26", dialect="duckdb", places=["DK", "FR"], today=TODAY)
    assert query == said and query.columns["celebration.place"] == "text" and "spouses.0.earlier_unions" in query.not_read
    raises(ValueError, lambda: comity.sql(forum="RU", dialect="oracle"), "duckdb")


# ---- pictures, and the package itself


@test
def shares_add_up_and_are_drawn():
    import matplotlib

    matplotlib.use("Agg")
    from comity import plots

    table = arrow(rows(300))
    answers = comity.batch(table, forum="RU", on="2018-01-26", today=TODAY).to_arrow()
    found = plots.shares(table, answers)
    assert all(abs(sum(share.values()) - 1) < 1e-9 for share in found.values()) and "DK" in found
    assert plots.shares(table, answers, "celebration.on", "letter")["2015"]["recognised"] > 0
    for axes in (plots.by_place(table, answers), plots.by_date(table, answers, stance="letter")):
        assert axes.get_legend() is not None and axes.figure is not None
    places = [label.get_text() for label in plots.by_place(table, answers).get_yticklabels()]
    assert places == sorted(places, reverse=True), "alphabetical, never ranked"
    raises(ValueError, lambda: plots.shares(table, answers.slice(1)), "299")


@test
def the_examples_in_the_package_hold():
    result = doctest.testmod(comity)
    assert result.attempted and not result.failed, result


@test
def the_wheel_is_whole():
    files = {str(file) for file in importlib.metadata.files("comity")}
    assert {"comity/py.typed", "comity/comity.pack", "comity/_comity.pyi"} <= files, files
    assert comity.__version__ == importlib.metadata.version("comity")
    assert all(getattr(comity, name).__doc__ for name in comity.__all__ if callable(getattr(comity, name)))


@test
def the_types_hold():
    for arguments in (["--strict", "-p", "comity"], ["--strict", str(HERE / "typed_use.py")]):
        checked = subprocess.run([sys.executable, "-m", "mypy", "--config-file", str(HERE.parent / "pyproject.toml"), "--cache-dir", tempfile.gettempdir() + "/comity-mypy", *arguments], capture_output=True, text=True)
        assert checked.returncode == 0, checked.stdout


@test
def the_notebook_runs():
    import nbclient
    import nbformat

    for path in sorted((HERE.parent / "notebooks").glob("*.ipynb")):
        notebook = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
        nbclient.NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(ROOT)}}).execute()
        drawn = [output for cell in notebook.cells for output in cell.get("outputs", []) if "image/png" in output.get("data", {})]
        assert drawn, f"{path.name} draws nothing"


for failure in failures:
    print("FAIL", failure)
print(f"{passed} passed, {len(failures)} failed")
sys.exit(1 if failures else 0)
