#!/usr/bin/env python3
"""comity.spark on a cluster of two executors on this machine: the same answers as comity.batch, the law pack sent once.

Run by the package's environment: ./comity python bindings/python/tests/spark.py [--rows N]. Ends with "N passed, N failed".
--slope times growing tables and prints the seconds and the fitted slope instead.
"""
import argparse
import os
import pathlib
import sys
import time

import pyspark

ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "tests/sql"))
import couples  # noqa: E402

import comity  # noqa: E402
import comity.spark  # noqa: E402

TODAY = "2026-11-25"
SCHEMA = {"text": "string", "date": "date", "boolean": "boolean", "integer": "int", "list": "array<string>"}
NAMES = ["id", *(name for name, kind in couples.COLUMNS.items() if kind != "records")]


def session(master):
    os.environ["SPARK_HOME"] = os.path.dirname(pyspark.__file__)
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = (pyspark.sql.SparkSession.builder.master(master).appName("comity").config("spark.ui.enabled", "false").config("spark.log.level", "ERROR")
               .config("spark.executor.memory", "1g").config("spark.sql.execution.arrow.maxRecordsPerBatch", "5000"))
    return builder.getOrCreate()


def made(count):
    with open(ROOT / "law/shared/places.csv", encoding="utf-8") as file:
        places = [line.split(",")[0] for line in file.read().splitlines()[1:]]
    return couples.made(3, count, places, "RU", "2018-01-26")


def frame_of(spark, rows, partitions):
    schema = ", ".join(f"`{name}` {'bigint' if name == 'id' else SCHEMA[couples.COLUMNS[name]]}" for name in NAMES)
    return spark.createDataFrame([[row[name] for name in NAMES] for row in rows], schema).repartition(partitions)


def arrow(rows):
    import pyarrow

    kinds = {"text": pyarrow.string(), "date": pyarrow.date32(), "boolean": pyarrow.bool_(), "integer": pyarrow.int32(), "list": pyarrow.list_(pyarrow.string())}
    return pyarrow.table([pyarrow.array([row[name] for row in rows], pyarrow.int64() if name == "id" else kinds[couples.COLUMNS[name]]) for name in NAMES], names=NAMES)


def tests(rows):
    spark = session("local-cluster[2,1,1024]")
    passed, failures = 0, []

    def holds(what, truth):
        nonlocal passed
        if truth:
            passed += 1
        else:
            failures.append(what)

    frame = frame_of(spark, made(rows), 2).cache()
    wanted = {row["id"]: row for row in comity.batch(arrow(made(rows)), forum="RU", on="2018-01-26", today=TODAY).to_arrow().to_pylist()}
    answers = comity.spark.batch(frame, forum="RU", on="2018-01-26", today=TODAY)
    got = {row["id"]: row.asDict() for row in answers.collect()}
    holds("every row comes back", sorted(got) == sorted(wanted))
    different = [number for number in wanted if got.get(number) != wanted[number]]
    holds(f"{len(different)} rows differ, the first {[(got.get(n), wanted[n]) for n in different[:1]]}", not different)
    executors = spark.sparkContext._jsc.sc().statusTracker().getExecutorInfos()
    holds("two executors and the driver", len(list(executors)) == 3)
    files = [name for name in spark.sparkContext.listFiles if name.endswith("comity.pack")]
    letter = comity.spark.batch(frame, forum="RU", on="2018-01-26", today=TODAY, stance="letter")
    holds("one stance has one outcome", letter.columns == ["id", "outcome", "verdict", "decided_by", "depends_on", "problem"])
    holds("the law pack is sent once", len(files) == 1 == len([name for name in spark.sparkContext.listFiles if name.endswith("comity.pack")]))
    holds("and it is that stance's", {row["id"]: row["outcome"] for row in letter.collect()} == {number: row["letter.outcome"] for number, row in wanted.items()})
    try:
        comity.spark.batch(frame.withColumnRenamed("celebration.place", "celebration.plce"), forum="RU")
        holds("a column that is none is refused", False)
    except ValueError as refused:
        holds("by its name", "celebration.plce" in str(refused))
    spark.stop()
    print(flush=True)
    for failure in failures:
        print("FAIL", failure)
    print(f"{passed} passed, {len(failures)} failed")
    return 1 if failures else 0


def slope(rows):
    spark = session("local-cluster[2,1,1024]")
    times = []
    comity.spark.batch(frame_of(spark, made(200), 4), forum="RU", on="2018-01-26", today=TODAY).count()  # workers start
    for count in (rows // 4, rows // 2, rows):
        frame = frame_of(spark, made(count), 4).cache()
        total = frame.count()
        answers = comity.spark.batch(frame, forum="RU", on="2018-01-26", today=TODAY)
        start = time.monotonic()
        answers.groupBy("verdict").count().collect()
        times.append((total, time.monotonic() - start))
        frame.unpersist()
        print(f"{total} rows: {times[-1][1]:.1f} s", flush=True)
    (first, before), (last, after) = times[0], times[-1]
    print(f"slope {(after - before) / (last - first) * 1e6:.2f} s a million rows on 2 executors of 1 core")
    spark.stop()
    return 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=4000)
    parser.add_argument("--slope", action="store_true")
    options = parser.parse_args()
    sys.exit(slope(options.rows) if options.slope else tests(options.rows))
