#!/usr/bin/env python3
"""The query of `comity sql`, run in DuckDB, PostgreSQL and Spark on made-up couples, beside `comity check` on each of them.

Every row that a query decides has the outcome, verdict, deciding provision and citation that `check` gives; a row that
`check` refuses is open; none is lost. Prints every difference, the share that the query leaves to `check`, and "N passed, N
failed". COMITY is the built program; the engines come from bindings/python/requirements-test.txt and Debian.
"""
import argparse
import collections
import concurrent.futures
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import couples  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
COMITY = os.environ.get("COMITY", str(ROOT / "build/release/comity"))
TODAY = "2026-11-25"
STANCES = ("letter", "courts", "authorities")


def comity(*arguments, text=None):
    return subprocess.run([COMITY, *arguments, "--today", TODAY], input=text, capture_output=True, text=True)


def query(dialect, forum, on, *more):
    asked = comity("sql", "--forum", forum, "--on", on, "--dialect", dialect, *more)
    if asked.returncode:
        sys.exit(f"comity sql: {asked.stderr}")
    return asked.stdout


def answers(rows, forum, on):
    """What `check` says of each row, or None where it refuses it."""
    def ask(row):
        told = comity("check", "-", "--json", "--no-because", text=couples.as_json(couples.case_of(row, forum, on)))
        if told.returncode == 2:
            return None
        return json.loads(told.stdout)

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(ask, rows))


def cells(row):
    """A row as engines take it: records as JSON texts, since of a list of records a query reads only the length."""
    records = (name for name, kind in couples.COLUMNS.items() if kind == "records" and row[name] is not None)
    return row | {name: [couples.as_json(item) for item in row[name]] for name in records}


class DuckDb:
    dialect = "duckdb"
    types = {"text": "VARCHAR", "date": "DATE", "boolean": "BOOLEAN", "integer": "INTEGER", "list": "VARCHAR[]", "records": "VARCHAR[]"}

    def __init__(self):
        import duckdb
        self.connection = duckdb.connect()
        self.connection.execute("SET max_expression_depth TO 10000")

    def load(self, rows):
        columns = ", ".join(f'"{name}" {self.types[kind]}' for name, kind in couples.COLUMNS.items())
        self.connection.execute(f"CREATE OR REPLACE TABLE couples (id BIGINT, {columns})")
        names = ["id", *couples.COLUMNS]
        self.connection.executemany(f"INSERT INTO couples VALUES ({', '.join('?' * len(names))})",
                                    [[cells(row)[name] for name in names] for row in rows])

    def run(self, text):
        done = self.connection.execute(text)
        names = [column[0] for column in done.description]
        return [dict(zip(names, row)) for row in done.fetchall()]

    def close(self):
        self.connection.close()


class Postgres:
    """A server of its own in a temporary folder, reached through a socket there; run by somebody who is not root."""
    dialect = "postgres"
    types = {"text": "text", "date": "date", "boolean": "boolean", "integer": "integer", "list": "text[]", "records": "text[]"}

    def __init__(self):
        import psycopg
        self.folder = tempfile.mkdtemp(prefix="comity-postgres-")
        self.data = f"{self.folder}/data"
        self.as_user = []
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres")
            self.as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
        self.tool("initdb", "--auth=trust", "--username=comity", "--encoding=UTF8", "--no-sync", "-D", self.data)
        self.tool("pg_ctl", "-D", self.data, "-w", "-l", f"{self.folder}/log", "-o",
                  f"-c listen_addresses='' -c unix_socket_directories={self.folder} -c fsync=off", "start")
        self.connection = psycopg.connect(host=self.folder, user="comity", dbname="postgres", autocommit=True)
        self.connection.execute("SET jit = off")

    def tool(self, name, *arguments):
        found = sorted(pathlib.Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
        program = str(found[-1]) if found else name
        done = subprocess.run([*self.as_user, program, *arguments], cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        if done.returncode:
            sys.exit(f"{name}: {done.stderr}")

    def load(self, rows):
        columns = ", ".join(f'"{name}" {self.types[kind]}' for name, kind in couples.COLUMNS.items())
        self.connection.execute("DROP TABLE IF EXISTS couples")
        self.connection.execute(f"CREATE TABLE couples (id bigint, {columns})")
        names = ["id", *couples.COLUMNS]
        with self.connection.cursor().copy("COPY couples FROM STDIN") as copy:
            for row in rows:
                told = cells(row)
                copy.write_row([told[name] for name in names])

    def run(self, text):
        cursor = self.connection.execute(text)
        names = [column.name for column in cursor.description]
        return [dict(zip(names, row)) for row in cursor.fetchall()]

    def close(self):
        self.connection.close()
        self.tool("pg_ctl", "-D", self.data, "-m", "immediate", "stop")
        shutil.rmtree(self.folder)


class Spark:
    dialect = "spark"
    types = {"text": "string", "date": "date", "boolean": "boolean", "integer": "int", "list": "array<string>", "records": "array<string>"}

    def __init__(self):
        from pyspark.sql import SparkSession
        self.session = (SparkSession.builder.master("local[2]").appName("comity").config("spark.ui.enabled", "false")
                        .config("spark.driver.memory", "4g").config("spark.driver.extraJavaOptions", "-Xss64m")
                        .config("spark.sql.shuffle.partitions", "2").config("spark.log.level", "ERROR").getOrCreate())

    def load(self, rows):
        schema = "id bigint, " + ", ".join(f"`{name}` {self.types[kind]}" for name, kind in couples.COLUMNS.items())
        names = ["id", *couples.COLUMNS]
        frame = self.session.createDataFrame([[cells(row)[name] for name in names] for row in rows], schema)
        frame.coalesce(2).createOrReplaceTempView("couples")

    def run(self, text):
        return [row.asDict() for row in self.session.sql(text).collect()]

    def close(self):
        self.session.stop()


ENGINES = {engine.dialect: engine for engine in (DuckDb, Postgres, Spark)}


def faults(told, answer):
    """What is wrong with one row of a query, seen beside the answer of `check`."""
    if answer is None:
        return [] if told["verdict"] == "open" and told["outcome"] is None else [f"refused by check, {told['verdict']} here"]
    found = []
    if told["verdict"] != "open":
        found += [f"{key}: {told[key]}, check says {answer[key]}" for key in ("verdict", "outcome") if told[key] != answer[key]]
    elif told["outcome"] is not None:
        found.append("an open row has an outcome")
    for stance in answer["stances"]:
        name = stance["stance"]
        if told[f"{name}.verdict"] == "open":
            continue
        for key in ("verdict", "outcome", "decided_by"):
            if told[f"{name}.{key}"] != stance.get(key):
                found.append(f"{name}.{key}: {told[f'{name}.{key}']}, check says {stance.get(key)}")
        if (told[f"{name}.decided_by"] is None) != (told[f"{name}.cite"] is None):
            found.append(f"{name}: a provision without its citation")
    return found


def compare(engine, rows, expected, forum, on, more):
    text = query(engine.dialect, forum, on, *more)
    engine.load(rows)
    start = time.monotonic()
    told = {row["id"]: row for row in engine.run(text)}
    took = time.monotonic() - start
    bad = 0
    if sorted(told) != [row["id"] for row in rows]:
        print(f"{engine.dialect}: {len(told)} rows of {len(rows)}")
        bad += 1
    for row, answer in zip(rows, expected):
        for fault in faults(told[row["id"]], answer):
            bad += 1
            print(f"{engine.dialect} {forum} {on} row {row['id']}: {fault}\n    {couples.as_json({k: v for k, v in row.items() if v is not None})}")
    verdicts = collections.Counter(row["verdict"] for row in told.values())
    firm = [row["id"] for row, answer in zip(rows, expected) if answer and answer["verdict"] in ("settled", "untested", "contested")]
    closed = sum(told[number]["verdict"] == "open" for number in firm)
    print(f"{engine.dialect:9} {forum} {on}: {len(rows)} rows in {took:.1f} s, {bad} differences; "
          + ", ".join(f"{count} {verdict}" for verdict, count in verdicts.most_common())
          + f"; check closes {closed} of the open ones ({closed / len(rows):.1%}), and decides {len(firm)} in all")
    return told, bad


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--engines", default="duckdb,postgres,spark")
    parser.add_argument("--rows", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--ask", action="append", help="FORUM:DATE")
    parser.add_argument("--places")
    options = parser.parse_args()
    with open(ROOT / "law/shared/places.csv", encoding="utf-8") as file:
        places = [line.split(",")[0] for line in file.read().splitlines()[1:]]
    engines = [ENGINES[name]() for name in options.engines.split(",")]
    passed = failed = 0
    for asked in options.ask or ["RU:2018-01-26"]:
        forum, on = asked.split(":")
        rows = couples.made(options.seed, options.rows, places, forum, on)
        expected = answers(rows, forum, on)
        more = ["--places", options.places] if options.places else []
        first = None
        for engine in engines:
            told, bad = compare(engine, rows, expected, forum, on, more)
            first = first or told
            same = told == first
            if not same:
                print(f"{engine.dialect} differs from {engines[0].dialect}")
            passed += (bad == 0) + same
            failed += (bad != 0) + (not same)
    for engine in engines:
        engine.close()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
