# The arrows of the house, once: read by CMake and by tests/architecture/layers.py.
# A row is "name: what it may include and link". A layer may only name layers above it in the table.

set(COMITY_LAYERS
  "base:"
  "text: base"
  "diag: base text"
  "syntax: base text diag"
  "meaning: base text diag syntax"
  "ir: base text diag syntax meaning"
  "interp: base text diag ir"
  "exact: base text diag ir interp"
  "engine: base text diag syntax meaning ir interp exact"
  "casefile: base text diag meaning ir"
  "pack: base diag ir"
  "columnar: base text diag ir interp exact engine casefile"
  "frames: base text diag ir interp exact engine casefile columnar"
  "sql: base text diag ir interp exact engine casefile"
  "map:"
  "solver: base text diag meaning ir interp exact engine casefile"
  "capi: base text diag meaning ir interp exact engine casefile pack"
  "capi_tables: base text diag meaning ir interp exact engine casefile pack columnar frames capi"
)

# Folders of apps/: each is a program. Those that name `cli` are verbs of it in a program of their own, comity-<app>, because
# they need a library that `check` must not load; they share its way of reading arguments and cases and of showing answers.
set(COMITY_APPS
  "cli: base text diag syntax meaning ir interp exact engine capi casefile pack sql map"
  "batch: base text diag syntax meaning ir interp exact engine capi casefile columnar frames pack map cli"
  "lawc: base text diag syntax meaning ir pack"
  "solve: base text diag syntax meaning ir interp exact engine casefile pack solver cli"
)

# What only some verbs need, built with -DCOMITY_WITH_<PART>=ON (./comity does so at the first such verb, ./test always):
# "part: its layers and its app". A part's packages are those scripts/packages.txt lists for it.
set(COMITY_PARTS
  "batch: batch"
  "solve: solver solve"
)

# Libraries from outside, and who may include them: "<how the include begins>: CMake target: layers and apps".
set(COMITY_LIBRARIES
  "md4c: comity::md4c: syntax"
  "toml++/: comity::tomlplusplus: meaning"
  "yaml.h: comity::yaml: casefile"
  "nlohmann/: nlohmann_json::nlohmann_json: casefile engine capi capi_tables pack cli batch solve"
  "sodium: comity::sodium: pack"
  "z3++.h: comity::z3: solver"
  "blake3.h: comity::blake3: pack"
  "CLI/: CLI11::CLI11: cli lawc"
  "fmt/: fmt::fmt-header-only: diag cli lawc batch"
  "arrow/: comity::arrow: batch"
  "parquet/: comity::arrow: batch"
)
