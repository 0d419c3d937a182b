#!/bin/sh
# A cold check as a whole process beside `sqlite3 :memory: 'select 1'`, and its peak memory. Called by bench/run.
# Limits: at most 3 times sqlite3, at most 32 MiB.
case $0 in */*) root=${0%/*}/.. ;; *) root=.. ;; esac
cd "$root" || exit 4
program=build/release/comity
example=examples/moscow-2018.yaml
python3 - "$program" "$example" <<'PY'
import os, resource, statistics, subprocess, sys, time
program, example = sys.argv[1:]

def run(command):
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL)
    if done.returncode:
        sys.exit("failed: " + " ".join(command))
    return time.perf_counter() - start

check, peer = [program, "check", example], ["sqlite3", ":memory:", "select 1"]
ours, theirs = [], []
for _ in range(60):  # in turns, so that both see the same machine
    ours.append(run(check))
    theirs.append(run(peer))
ratio = statistics.median(ours) / statistics.median(theirs)
pid = os.spawnvp(os.P_NOWAIT, "sh", ["sh", "-c", f"exec {program} check {example} >/dev/null"])
peak = os.wait4(pid, 0)[2].ru_maxrss / 1024
print(f"cold check {statistics.median(ours)*1e3:.2f} ms, sqlite3 {statistics.median(theirs)*1e3:.2f} ms: ratio {ratio:.2f} (limit 3)")
print(f"peak memory of check {peak:.1f} MiB (limit 32)")
sys.exit(ratio > 3 or peak > 32)
PY
