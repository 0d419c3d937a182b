# Set-up shared by ./comity, ./test, ./lint and bench/run. Sourced with $root set; says what it does on standard error.
# Exit status: 3 the law base does not compile, 4 set-up or build failed.

say() { printf 'comity: %s\n' "$*" >&2; }
fail() {
  fail_status=$1
  shift
  say "$@"
  exit "$fail_status"
}

root=$(CDPATH= cd -- "$root" && pwd -P) || fail 4 "cannot enter $root"
# Without this ccache does not keep what was compiled with a precompiled header.
export CCACHE_SLOPPINESS="${CCACHE_SLOPPINESS-pch_defines,time_macros,include_file_mtime,include_file_ctime}"
jobs=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)

# Packages of scripts/packages.txt that are needed for the purposes given ("build test") and not installed.
missing_packages() {
  mp_wanted=
  while read -r mp_name mp_purpose mp_rest; do
    case $mp_name in '' | \#*) continue ;; esac
    case " $* " in *" $mp_purpose "*) mp_wanted="$mp_wanted $mp_name" ;; esac
  done <"$root/scripts/packages.txt"
  # shellcheck disable=SC2086
  mp_installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' $mp_wanted 2>/dev/null | sed -n 's/^installed //p')
  for mp_name in $mp_wanted; do
    case "
$mp_installed
" in
      *"
$mp_name
"*) ;;
      *) printf '%s ' "$mp_name" ;;
    esac
  done
}

apt() {
  # No questions, no waiting for a password nobody can type.
  if [ "$(id -u)" = 0 ]; then
    env DEBIAN_FRONTEND=noninteractive apt-get "$@"
  elif [ -t 0 ] && [ -t 2 ]; then
    sudo env DEBIAN_FRONTEND=noninteractive apt-get "$@"
  else
    sudo -n env DEBIAN_FRONTEND=noninteractive apt-get "$@"
  fi
}

# need <purpose>...: installs what is missing.
need() {
  if ! command -v dpkg-query >/dev/null 2>&1; then
    command -v cmake >/dev/null 2>&1 && command -v ninja >/dev/null 2>&1 && return 0
    fail 4 "this is not Debian; install by hand what scripts/packages.txt lists"
  fi
  missing=$(missing_packages "$@")
  missing=${missing% }
  [ -n "$missing" ] || return 0
  if ! command -v apt-get >/dev/null 2>&1 || { [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null 2>&1; }; then
    fail 4 "these packages are needed, and installing them takes root or sudo:
  apt-get install --no-install-recommends $missing"
  fi
  say "installing with apt-get: $missing"
  mkdir -p "$root/build" || fail 4 "cannot write to $root/build"
  apt_log=$root/build/apt.log
  : >"$apt_log" || fail 4 "cannot write to $apt_log"
  for attempt in 1 2; do
    # shellcheck disable=SC2086
    if apt update >>"$apt_log" 2>&1 </dev/null &&
      apt install -y --no-install-recommends -o DPkg::Lock::Timeout=120 $missing >>"$apt_log" 2>&1 </dev/null; then
      return 0
    fi
    [ "$attempt" = 2 ] || { say "apt-get failed, trying once more"; sleep 3; }
  done
  tail -n 15 "$apt_log" >&2
  fail 4 "these packages could not be installed (whole output in build/apt.log):
  apt-get install --no-install-recommends $missing"
}

# One set-up at a time per tree; the lock goes with this process.
lock() {
  mkdir -p "$root/build" 2>/dev/null && [ -w "$root/build" ] || fail 4 "cannot write to $root/build: nothing can be built here"
  if command -v flock >/dev/null 2>&1; then
    exec 9>"$root/build/.lock"
    flock -n 9 || { say "waiting for another set-up of this tree"; flock 9; }
  fi
}

unlock() { exec 9>&-; }

# configure <preset> [<cmake argument>...]: runs CMake when the build folder is new, moved, or lacks an argument.
configure() {
  preset=$1
  shift
  dir=$root/build/$preset
  fresh=
  if [ -f "$dir/CMakeCache.txt" ]; then
    grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$dir/CMakeCache.txt" || fresh=--fresh
    if [ -z "$fresh" ] && [ -f "$dir/build.ninja" ]; then
      again=
      for argument in "$@"; do
        name=${argument#-D}
        grep -q "^${name%%=*}:[A-Z]*=${name#*=}\$" "$dir/CMakeCache.txt" || again=1
      done
      # An edited preset has to be read again.
      [ "$root/CMakePresets.json" -nt "$dir/.configured" ] && again=1
      [ -n "$again" ] || return 0
    fi
  fi
  say "configuring build/$preset"
  mkdir -p "$dir"
  if ! (cd "$root" && cmake $fresh --preset "$preset" "$@") >"$dir/configure.log" 2>&1 9>&-; then
    grep -v '^--' "$dir/configure.log" >&2
    return 1
  fi
  touch "$dir/.configured"
}

# compile <preset> <target>...: quiet when all goes well.
compile() {
  preset=$1
  shift
  say "building $* (build/$preset, $jobs jobs)"
  if ! cmake --build "$root/build/$preset" -j "$jobs" --target "$@" >"$root/build/$preset/build.log" 2>&1 9>&-; then
    grep -v '^\[[0-9]*/[0-9]*\] [A-Z]' "$root/build/$preset/build.log" | head -n 200 >&2
    return 1
  fi
}

# all_parts: the parts of cmake/layers.cmake. built_parts: those of build/release.
all_parts() { sed -n '/^set(COMITY_PARTS/,/^)/s/^ *"\([a-z]*\):.*/\1/p' "$root/cmake/layers.cmake"; }
built_parts() { sed -n 's/^COMITY_WITH_\([A-Z]*\):[A-Z]*=ON$/\1/p' "$root/build/release/CMakeCache.txt" 2>/dev/null | tr A-Z a-z; }
# with_parts <part>...: the arguments of configure for them
with_parts() { printf '%s\n' "$@" | sed -n 's/..*/-DCOMITY_WITH_&=ON/p' | tr a-z A-Z | sort -u; }

# make_pack <preset>: the law pack next to the program, when the law or its compiler is newer.
make_pack() {
  dir=$root/build/$1
  pack=$dir/comity.pack
  [ -x "$dir/lawc" ] && [ -d "$root/law" ] || return 0
  if [ -f "$pack" ] && [ -z "$(find "$root/law" "$dir/lawc" -newer "$pack" -print -quit)" ]; then return 0; fi
  say "compiling law/"
  # The pack bears the date of the start: what is edited meanwhile is newer.
  touch "$dir/.pack.start"
  if ! (cd "$root" && "build/$1/lawc" law "build/$1/comity.pack.new") >&2 9>&- || ! [ -f "$pack.new" ]; then
    rm -f "$pack.new"
    return 1
  fi
  touch -r "$dir/.pack.start" "$pack.new" && mv -f "$pack.new" "$pack"
}

# The stamp that ./comity compares with bears the date of the start: what is edited meanwhile is newer.
begin_stamp() { mkdir -p "$root/build/release" && touch "$root/build/release/.stamp.start"; }
end_stamp() { mv -f "$root/build/release/.stamp.start" "$root/build/release/.stamp"; }

# What a part needs beside packages. batch: Arrow's C++ libraries, which the pinned wheel of pyarrow brings with their headers.
prepare_parts() {
  case " $* " in *" batch "*) ;; *) return 0 ;; esac
  pin=$(cat "$root/scripts/pyarrow.txt")
  [ "$(cat "$root/build/arrow/pin" 2>/dev/null)" = "$pin" ] && return 0
  say "installing $pin from PyPI into build/arrow, for its libraries"
  rm -rf "$root/build/arrow"
  if ! { python3 -m venv "$root/build/arrow" &&
    "$root/build/arrow/bin/python" -m pip install --quiet --disable-pip-version-check --only-binary :all: "$pin"; } \
    >"$root/build/arrow.log" 2>&1 </dev/null; then
    tail -n 15 "$root/build/arrow.log" >&2
    fail 4 "$pin could not be installed (whole output in build/arrow.log)"
  fi
  printf '%s\n' "$pin" >"$root/build/arrow/pin"
}

# What ./comity runs when something changed; set_up_program [part]: with a part that was not built yet.
set_up_program() {
  lock
  set -- "$@" $(built_parts)
  need build "$@"
  prepare_parts "$@"
  begin_stamp
  # shellcheck disable=SC2046
  configure release $(with_parts "$@") || fail 4 "configuring failed; whole output in build/release/configure.log"
  compile release programs || fail 4 "the build failed; whole output in build/release/build.log"
  make_pack release || fail 3 "the law base does not compile"
  end_stamp
}

# The Python package: an environment under build/python/env with what bindings/python/requirements-test.txt pins, the wheel
# under build/python/dist, installed there. The module is built in build/release, where its libraries are.
set_up_python() {
  up_to_date || set_up_program # the first is ./comity's own
  lock
  need build python
  python=$root/build/python
  env=$python/env
  wanted=$root/bindings/python/requirements-test.txt
  if ! [ -x "$env/bin/python" ] || ! cmp -s "$wanted" "$env/.installed"; then
    say "installing with pip into build/python/env: $(sed -n 's/^\([a-z].*\)==.*/\1/p' "$wanted" | tr '\n' ' ')"
    mkdir -p "$python"
    { python3 -m venv "$env" && "$env/bin/python" -m pip install -q --disable-pip-version-check -r "$wanted"; } >"$python/pip.log" 2>&1 9>&- ||
      { tail -n 15 "$python/pip.log" >&2; fail 4 "these packages could not be installed (whole output in build/python/pip.log)"; }
    cp "$wanted" "$env/.installed"
  fi
  [ -f "$python/.built" ] && [ -z "$(find "$root/bindings/python" "$root/src" "$root/law" "$root/cmake" -type f -newer "$python/.built" -print -quit)" ] && return 0
  say "building the wheel (build/python/dist)"
  touch "$python/.built.start"
  rm -rf "$python/dist"
  { "$env/bin/python" -m pip wheel -q --disable-pip-version-check --no-build-isolation --no-deps --no-index -C "build-dir=$root/build/release" -w "$python/dist" "$root/bindings/python" &&
    "$env/bin/python" -m pip install -q --disable-pip-version-check --force-reinstall --no-deps --no-index "$python"/dist/comity-*.whl; } >"$python/wheel.log" 2>&1 9>&- ||
    { tail -n 40 "$python/wheel.log" >&2; fail 4 "the wheel could not be built (whole output in build/python/wheel.log)"; }
  mv -f "$python/.built.start" "$python/.built"
}
