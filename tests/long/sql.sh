#!/bin/sh
# comity sql: the query runs in the engines and says what check says (tests/sql/engines.py). COMITY is the built program. Ends
# with "N passed, N failed". SQL_ROWS, SQL_ASKED: more of it (./test --all).
root=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
comity=${COMITY:-$root/build/release/comity}
passed=0 failed=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ok() { passed=$((passed + 1)); }
no() { failed=$((failed + 1)); printf 'FAIL %s\n' "$*"; }
expect() { # expect <what> <command>...
  what=$1
  shift
  if "$@" >/dev/null 2>&1; then ok; else no "$what"; fi
}
sql() { "$comity" sql --forum RU --on 2018-01-26 --today 2026-11-25 "$@" >"$work/out" 2>"$work/err"; }

# 1. The verb.
sql --dialect duckdb --places DK
expect "a query is printed" test $? = 0 -a -s "$work/out"
expect "facts that it does not read are named" grep -q "warning 7021.*spouses.0.earlier_unions" "$work/err"
cp "$work/out" "$work/first"
sql --dialect duckdb --places DK
expect "same law, same bytes" cmp -s "$work/first" "$work/out"
expect "citations are in it" grep -q "SK RF art. 158(1)" "$work/out"
sql --dialect duckdb --places DK --json
expect "one JSON document" python3 -c 'import json, sys; d = json.load(open(sys.argv[1])); sys.exit(0 if d["sql"] == open(sys.argv[2]).read() and "celebration.place" in [c["name"] for c in d["columns"]] and d["not_read"] else 1)' "$work/out" "$work/first"
sql --dialect duckdb --places DK --stance letter --columns celebration.place,celebration.on
expect "a table with few columns is asked for no others" sh -c '! grep -q "spouses.0.sex" "$1"' - "$work/out"
sql --dialect oracle
expect "an unknown dialect is refused" test $? = 2 -a ! -s "$work/out"
expect "and the known ones are named" grep -q "duckdb, spark, postgres" "$work/err"
sql --dialect duckdb --columns celebration.plce
expect "a column that is none is refused" test $? = 2 -a ! -s "$work/out"
sql --dialect duckdb --places XX
expect "a place that is none is refused" test $? = 2 -a ! -s "$work/out"
sql --dialect duckdb --table "a\"b'; DROP TABLE x; --" --places DK
expect "a name cannot leave its quotes" grep -qF "FROM \"a\"\"b'; DROP TABLE x; --\"" "$work/out"

# 2. The engines.
"$root/comity" python >"$work/python" 2>"$work/err" || { cat "$work/err"; no "the environment of the engines"; printf '%s passed, %s failed\n' "$passed" "$failed"; exit 1; }
python=$(head -n 1 "$work/python")/bin/python
run() {
  COMITY=$comity "$python" "$root/tests/sql/engines.py" "$@" >"$work/out" 2>"$work/err"
  grep -v '^[0-9]* passed' "$work/out"
  counts=$(tail -n 1 "$work/out" | sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p')
  if [ -n "$counts" ]; then passed=$((passed + ${counts% *})) failed=$((failed + ${counts#* })); else
    no "engines.py $*"
    tail -n 20 "$work/err"
  fi
}
run --engines duckdb,postgres --rows "${SQL_ROWS:-2000}" --seed 11 ${SQL_ASKED:---ask RU:2018-01-26}
run --engines duckdb,spark --rows 300 --seed 12 --places DK
printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
