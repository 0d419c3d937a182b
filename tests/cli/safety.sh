#!/bin/sh
# What the program never does (docs/safety.md): no network, no files, no facts in arguments, no core dump.
# COMITY is the built program. Ends with "N passed, N failed".

here=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd -P)
comity=$(readlink -f -- "${COMITY:-$here/build/release/comity}")
case_file=$here/examples/moscow-2018.yaml
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

# 1. Not one function that opens a connection or resolves a name is called from the program.
imports=$(nm -D --undefined-only "$comity" 2>/dev/null | sed 's/.* U //; s/@.*//')
expect "the program's imports can be read" test -n "$imports"
for function in socket connect bind listen accept accept4 sendto sendmsg getaddrinfo gethostbyname; do
  if printf '%s\n' "$imports" | grep -qx "$function"; then no "the program calls $function"; else ok; fi
done

# 2. In a network namespace without interfaces every verb about a case does the same.
"$comity" check --json --today 2026-11-25 "$case_file" >"$work/with" 2>"$work/with.err"
expect "check answers the example" test $? = 0
if unshare -rn true 2>/dev/null; then
  unshare -rn "$comity" check --json --today 2026-11-25 "$case_file" >"$work/without" 2>&1
  expect "check says the same without a network" cmp -s "$work/with" "$work/without"
else
  printf 'skipped: no network namespace can be made here\n'
fi

# 3. Nothing is written: not beside the case, not at home, not among temporary files.
mkdir "$work/home" "$work/tmp" "$work/at"
cp "$case_file" "$work/at/case.yaml"
touch "$work/before"
for verb in check why timeline atlas; do
  (cd "$work/at" && env HOME="$work/home" XDG_CONFIG_HOME="$work/home" XDG_CACHE_HOME="$work/home" TMPDIR="$work/tmp" \
    "$comity" "$verb" case.yaml >/dev/null 2>&1)
  expect "$verb answers from a bare home" test $? = 0
  left=$(find "$work/home" "$work/tmp" "$work/at" -newer "$work/before" -type f)
  expect "$verb leaves no file ($left)" test -z "$left"
done

# 4. Facts of a case are no options.
for option in --sex --born --place --nationality --spouse --married-on; do
  "$comity" check "$option" x "$case_file" >/dev/null 2>&1
  expect "$option is refused" test $? = 2
done

# 5. A case by standard input, and a process that cannot leave a core while it holds one.
mkfifo "$work/pipe"
"$comity" check --json --today 2026-11-25 - <"$work/pipe" >"$work/piped" 2>/dev/null &
program=$!
exec 7>"$work/pipe"
sleep 1
limit=$(sed -n 's/^Max core file size *\([^ ]*\).*/\1/p' "/proc/$program/limits" 2>/dev/null)
expect "no core is left (limit: $limit)" test "$limit" = 0
cat "$case_file" >&7
exec 7>&-
wait "$program"
expect "a case is read from standard input" cmp -s "$work/with" "$work/piped"

# 6. Nothing of the program's own in what it prints: no host, user, home or path.
for trace in "$(uname -n)" "$work" "$here"; do
  [ "${#trace}" -gt 3 ] || continue
  if grep -qF "$trace" "$work/with"; then no "the answer holds $trace"; else ok; fi
done

printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
