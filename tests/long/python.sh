#!/bin/sh
# The Python package as built and installed by ./comity python, and comity.spark on two executors. Ends with "N passed, N failed".
root=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
passed=0 failed=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
run() {
  "$root/comity" python "$@" >"$work/out" 2>"$work/err"
  counts=$(tail -n 1 "$work/out" | sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p')
  if [ -n "$counts" ]; then
    passed=$((passed + ${counts% *})) failed=$((failed + ${counts#* }))
    grep FAIL "$work/out"
  else
    failed=$((failed + 1))
    printf 'FAIL %s\n' "$*"
    tail -n 30 "$work/out" "$work/err"
  fi
}
run "$root/bindings/python/tests/run.py"
run "$root/bindings/python/tests/spark.py" --rows "${SPARK_ROWS:-600}"
printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
