#!/bin/sh
# batch, synth and why --row: tables in and out. COMITY is the built program. Ends with "N passed, N failed".

here=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd -P)
comity=$(readlink -f -- "${COMITY:-$here/build/release/comity}")
python=$here/build/arrow/bin/python
work=$(mktemp -d) || exit 4
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
ok() { passed=$((passed + 1)); }
no() { failed=$((failed + 1)); printf 'FAIL %s\n' "$1"; }
expect() { # expect <what> <command>...
  what=$1
  shift
  if "$@"; then ok; else no "$what"; fi
}
batch() { "$comity" batch --today 2026-11-25 "$@" >"$work/out" 2>"$work/err"; }
# same <file> <file>: the same rows under the same names, whatever the format
same() { "$python" "$work/same.py" "$1" "$2"; }
cat >"$work/same.py" <<'PY'
import sys
import pyarrow as pa, pyarrow.csv, pyarrow.ipc, pyarrow.parquet
def read(path):
    if path.endswith(".parquet"): table = pyarrow.parquet.read_table(path)
    elif path.endswith(".arrow"): table = pyarrow.ipc.open_file(path).read_all()
    else:
        # An empty text and a null are one in CSV.
        table = pyarrow.csv.read_csv(path, convert_options=pyarrow.csv.ConvertOptions(strings_can_be_null=True))
    return [{k: v if v != "" else None for k, v in row.items()} for row in table.to_pylist()]
a, b = (read(path) for path in sys.argv[1:3])
sys.exit(0 if a == b and len(a) > 0 else f"{sys.argv[1:3]} differ: {next((x, y) for x, y in zip(a, b) if x != y)}")
PY

# 1. Made-up couples: the same for the same seed.
"$comity" synth --rows 600 --seed 3 --out "$work/couples.parquet" 2>/dev/null
expect "synth writes" test -s "$work/couples.parquet"
"$comity" synth --rows 600 --seed 3 --out "$work/again.parquet" 2>/dev/null
expect "synth: one seed, one table" cmp -s "$work/couples.parquet" "$work/again.parquet"
"$comity" synth --rows 600 --seed 4 --out "$work/others.parquet" 2>/dev/null
expect "synth: another seed, another table" test "$(cmp -s "$work/couples.parquet" "$work/others.parquet"; echo $?)" = 1
"$comity" synth --rows 600 --seed 3 --out "$work/couples.arrow" 2>/dev/null

# 2. One question over every format, by one thread and by two.
batch "$work/couples.parquet" --forum RU --on 2026-01-01 --out "$work/a.parquet" --threads 1
expect "batch answers" test $? = 0
batch "$work/couples.parquet" --forum RU --on 2026-01-01 --out "$work/b.arrow" --threads 2
expect "Parquet and Arrow, one thread and two" same "$work/a.parquet" "$work/b.arrow"
batch "$work/couples.arrow" --forum RU --on 2026-01-01 --out "$work/c.csv"
expect "Arrow in, CSV out" same "$work/a.parquet" "$work/c.csv"

# 3. Rows are what check says of their cases; order is kept; a row is explained.
"$python" - "$work" "$comity" >"$work/findings" 2>&1 <<'PY'
import datetime, json, subprocess, sys
import pyarrow.parquet as pq
work, comity = sys.argv[1:]
rows, answers = pq.read_table(work + "/couples.parquet").to_pylist(), pq.read_table(work + "/a.parquet").to_pylist()
done = failures = 0
def holds(what, true):
    global done, failures
    done += 1
    if not true:
        failures += 1
        print("FAIL", what)
holds("ids in order", [r["id"] for r in rows] == [a["id"] for a in answers] == list(range(600)))
def case(row):
    made = {"comity": 1, "question": {"forum": "RU", "on": "2026-01-01"}}
    for path, value in row.items():
        if path == "id" or value is None: continue
        put(made, path.split("."), written(value))
    return made
def written(value):
    if isinstance(value, bool): return value
    if isinstance(value, datetime.date): return value.isoformat()
    if isinstance(value, list):
        items = []
        for element in value:
            if isinstance(element, dict):
                item = {}
                for path, part in element.items():
                    if part is None: continue
                    if path == "ended": item["ended"] = {} if part else "no"
                    else: put(item, path.split("."), written(part))
                items.append(item)
            else: items.append(element)
        return items
    return value
def put(into, path, value):
    for step in path[:-1]:
        if step == "spouses": into = into.setdefault("spouses", [{}, {}])
        elif isinstance(into, list): into = into[int(step)]
        else: into = into.setdefault(step, {})
    into[path[-1]] = value
for number in list(range(0, 600, 40)):
    told = subprocess.run([comity, "check", "--json", "--no-because", "--today", "2026-11-25", "-"],
                          input=json.dumps(case(rows[number])), text=True, capture_output=True)
    row = answers[number]
    if told.returncode == 2:
        holds(f"row {number} is bad for both", row["problem"] is not None and row["outcome"] is None)
        continue
    answer = json.loads(told.stdout)
    holds(f"row {number}: outcome", answer["outcome"] == row["outcome"])
    holds(f"row {number}: verdict", answer["verdict"] == row["verdict"])
    for s in answer["stances"]:
        name = s["stance"]
        holds(f"row {number}: {name}", (s["outcome"], s["verdict"], s.get("decided_by")) ==
              (row[name + ".outcome"], row[name + ".verdict"], row[name + ".decided_by"]))
    holds(f"row {number}: depends_on", sorted(d["fact"] for d in answer["depends_on"]) == sorted((row["depends_on"] or "").split()))
why = subprocess.run([comity, "why", "--json", "--today", "2026-11-25", "--forum", "RU", "--on", "2026-01-01",
                      work + "/couples.parquet", "--row", "41"], text=True, capture_output=True)
unfolded = json.loads(why.stdout)
holds("why --row says what batch says", unfolded["verdict"] == answers[41]["verdict"] and unfolded["stances"][0]["because"])
print(f"{done - failures} passed, {failures} failed")
PY
line=$(tail -n 1 "$work/findings" | sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p')
[ -n "$line" ] || line="0 1"
[ "${line#* }" = 0 ] || cat "$work/findings"
passed=$((passed + ${line% *})) failed=$((failed + ${line#* }))

# 4. A killed run leaves its finished parts, and the next goes on from them to the same bytes.
batch "$work/couples.parquet" --forum RU --on 2026-01-01 --part 50 --out "$work/whole.parquet"
expect "in parts" same "$work/a.parquet" "$work/whole.parquet"
"$comity" batch --today 2026-11-25 "$work/couples.parquet" --forum RU --on 2026-01-01 --part 50 --threads 1 --out "$work/killed.parquet" >/dev/null 2>&1 &
run=$!
while kill -0 $run 2>/dev/null && ! [ -e "$work/killed.parquet.parts/part-000000.parquet" ]; do sleep 0.02; done
kill -9 $run 2>/dev/null
wait $run 2>/dev/null
if [ -e "$work/killed.parquet" ]; then ok; else
  expect "a finished part can be read" "$python" -c "import sys, pyarrow.parquet as pq; assert pq.read_table(sys.argv[1]).num_rows == 50" "$work/killed.parquet.parts/part-000000.parquet"
  batch "$work/couples.parquet" --forum DE --on 2026-01-01 --part 50 --out "$work/killed.parquet"
  expect "another question does not take the parts" test $? = 2
  batch "$work/couples.parquet" --forum RU --on 2026-01-01 --part 50 --threads 1 --out "$work/killed.parquet"
  expect "the run goes on" grep -q "finished by an earlier run" "$work/err"
fi
expect "killed or not: the same bytes" cmp -s "$work/whole.parquet" "$work/killed.parquet"
expect "no parts are left" test ! -e "$work/killed.parquet.parts"

# 5. Bad rows are kept, with their reason.
cat >"$work/bad.csv" <<'CSV'
id,celebration.place,celebration.on,spouses.0.sex,spouses.0.nationalities,spouses.0.born,question.forum
a,DK,2018-01-04,male,RU,1989-06,RU
b,ZZZ,2018-01-04,male,RU,1989-06-01,RU
c,DK,2018-13-04,male,RU DK,,RU
d,DK,2018-01-04,man,RU,,RU
e,DK,2018-01-04,male,RU,2019-01-01,RU
CSV
batch "$work/bad.csv" --on 2026-01-01 --out "$work/bad.out.csv"
expect "a table with bad rows is answered" test $? = 0
expect "five rows out" test "$(wc -l <"$work/bad.out.csv")" = 6
expect "a good row has no problem" sh -c 'sed -n 2p "$1" | grep -q "^\"\{0,1\}a\"\{0,1\},.*,$"' - "$work/bad.out.csv"
expect "no such place" grep -q "^\"\{0,1\}b.*ZZZ" "$work/bad.out.csv"
expect "no such day" grep -q "^\"\{0,1\}c.*2018-13-04" "$work/bad.out.csv"
expect "no such word" grep -q "^\"\{0,1\}d.*man" "$work/bad.out.csv"
expect "born after the wedding" grep -q "^\"\{0,1\}e.*born before the wedding" "$work/bad.out.csv"
expect "by number" grep -q "row 1: .*ZZZ" "$work/err"

# 6. What cannot be used is refused by name, and nothing is overwritten.
printf 'id,celebration.plase\n1,DK\n' >"$work/typo.csv"
batch "$work/typo.csv" --forum RU --out "$work/typo.out.csv"
expect "a column that is none: exit 2" test $? = 2
expect "the nearest column is named" grep -q "celebration.place" "$work/err"
batch "$work/bad.csv" --out "$work/bad.out.csv"
expect "an output that is there: exit 2" test $? = 2
batch "$work/none.parquet" --forum RU --out "$work/none.out.parquet"
expect "no such table: exit 2" test $? = 2
batch "$work/couples.parquet" --forum RU --out "$work/x.txt"
expect "no such format: exit 2" test $? = 2

# 7. One stance alone; check loads no Arrow.
batch "$work/couples.parquet" --forum RU --on 2026-01-01 --stance authorities --out "$work/s.csv"
expect "one stance" sh -c 'head -n 1 "$1" | tr -d "\"" | grep -qx "id,outcome,verdict,decided_by,depends_on,problem"' - "$work/s.csv"
expect "comity itself is linked with no Arrow" sh -c '! ldd "$1" | grep -q arrow' - "$comity"

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
