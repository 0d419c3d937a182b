#!/bin/sh
# The atlas as a whole process beside a cold check of the same case, compiling the whole law base, and the size of the law
# pack. Called by bench/run. Limits: at most 3 times the check, 2 s, 4 MiB.
case $0 in */*) root=${0%/*}/.. ;; *) root=.. ;; esac
cd "$root" || exit 4
python3 - build/release/comity build/release/lawc build/release/comity.pack examples/moscow-2018.yaml <<'PY'
import os, statistics, subprocess, sys, tempfile, time
program, compiler, pack, example = sys.argv[1:]

def run(command):
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if done.returncode:
        sys.exit("failed: " + " ".join(command))
    return time.perf_counter() - start

check, atlas = [program, "check", example], [program, "atlas", example]
one, all_forums = [], []
for _ in range(60):  # in turns, so that both see the same machine
    one.append(run(check))
    all_forums.append(run(atlas))
ratio = statistics.median(all_forums) / statistics.median(one)
least = min(all_forums) / min(one)
print(f"atlas {statistics.median(all_forums)*1e3:.2f} ms, cold check {statistics.median(one)*1e3:.2f} ms: "
      f"ratio {ratio:.2f} (limit 3); of the quickest runs {least:.2f}")
with tempfile.TemporaryDirectory() as folder:
    seconds = min(run([compiler, "law", os.path.join(folder, "law.pack")]) for _ in range(3))
print(f"compiling the whole law base {seconds:.2f} s: ratio {seconds / 2:.2f} (limit 2 s)")
size = os.path.getsize(pack) / 2**20
print(f"law pack {size:.2f} MiB: ratio {size / 4:.2f} (limit 4 MiB)")
sys.exit(ratio > 3 or seconds > 2 or size > 4)
PY
