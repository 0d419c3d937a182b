#!/bin/sh
# Every change to a Russian or a Danish clause is noticed by an example (S14), and every example of the whole base holds.
here=$(cd "${0%/*}/../.." && pwd)
work=$(mktemp -d) || exit 4
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
check() {
  if [ "$2" = yes ]; then passed=$((passed + 1)); else failed=$((failed + 1)) && echo "FAIL $1"; fi
}
mkdir "$work/law"
cp -R "$here/law/shared" "$here/law/ru" "$here/law/dk" "$work/law/"
"$COMITY" test --json "$work/law" >"$work/two.json" 2>"$work/err" && ok=yes || ok=no
check "the examples of Russia and Denmark hold" $ok
python3 -c 'import json,sys; c=list(json.load(open(sys.argv[1])).values())[0]["coverage"]; sys.exit(bool(c["unnoticed"]) or c["changes"] < 200)' \
  "$work/two.json" && ok=yes || ok=no
check "every change to their clauses is noticed" $ok
"$COMITY" test --examples-only "$here/law" >"$work/all" 2>&1 && ok=yes || ok=no
check "the examples of the whole base hold" $ok
"$COMITY" test --json "$here/law/us" >"$work/part.json" 2>&1 && ok=yes || ok=no
check "the examples of a part of the law hold" $ok
python3 -c 'import json,sys; p=list(json.load(open(sys.argv[1])).values())[0]["coverage"]["places"]; sys.exit(list(p) != ["US"])' \
  "$work/part.json" && ok=yes || ok=no
check "a part is that folder alone, not the folders whose names begin alike" $ok
"$COMITY" test "$here/cases" >"$work/cases" 2>&1 && ok=yes || ok=no
check "decided cases agree or say why not" $ok
[ $failed = 0 ] || cat "$work/err"
echo "$passed passed, $failed failed"
[ $failed = 0 ]
