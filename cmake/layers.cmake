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
  "capi: base text diag ir interp exact engine"
  "casefile: base text diag meaning ir"
  "pack: base diag ir"
  "map:"
)

# Folders of apps/: each is a program, nothing links it.
set(COMITY_APPS
  "cli: base text diag syntax meaning ir interp exact engine capi casefile pack map"
  "lawc: base text diag syntax meaning ir pack"
)

# Libraries from outside, and who may include them: "<how the include begins>: CMake target: layers and apps".
set(COMITY_LIBRARIES
  "md4c: comity::md4c: syntax"
  "toml++/: comity::tomlplusplus: meaning"
  "yaml.h: comity::yaml: casefile"
  "nlohmann/: nlohmann_json::nlohmann_json: casefile engine capi pack cli"
  "sodium: comity::sodium: pack"
  "blake3.h: comity::blake3: pack"
  "CLI/: CLI11::CLI11: cli lawc"
  "fmt/: fmt::fmt-header-only: diag cli lawc"
)
