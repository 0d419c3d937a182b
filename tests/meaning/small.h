// The small law of tests/meaning/law, whole or with files put beside or in place of its own.
#pragma once
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

#include "diag/render.h"
#include "ir/from_meaning.h"
#include "ir/verify.h"
#include "meaning/from_syntax.h"

namespace comity::meaning::test {

inline std::vector<InputFile> small_files() {
  std::vector<InputFile> files;
  diag::Diagnostics diagnostics;
  EXPECT_TRUE(read_law_folder(COMITY_SOURCE_DIR "/tests/meaning/law", files, diagnostics));
  return files;
}

inline void put(std::vector<InputFile>& files, std::string path, std::string bytes) {
  auto found =
      std::find_if(files.begin(), files.end(), [&](const InputFile& f) { return f.path == path; });
  if (found != files.end())
    found->bytes = std::move(bytes);
  else
    files.push_back({std::move(path), std::move(bytes)});
}

inline std::string bytes_of(const std::vector<InputFile>& files, std::string_view path) {
  for (const InputFile& f : files)
    if (f.path == path) return f.bytes;
  ADD_FAILURE() << "no file " << path;
  return {};
}

struct Compiled {
  text::SourceSet sources;
  diag::Diagnostics diagnostics;
  std::optional<LawBase> law;
  std::string findings() const { return diag::render(sources, diagnostics); }
  bool found(diag::Code code) const {
    return std::any_of(diagnostics.list.begin(), diagnostics.list.end(),
                       [&](const auto& d) { return d.code == code; });
  }
};

inline std::unique_ptr<Compiled> compile(std::vector<InputFile> files,
                                         Options options = {"law", {}}) {
  auto made = std::make_unique<Compiled>();
  made->law = from_syntax(std::move(files), options, made->sources, made->diagnostics);
  return made;
}

inline const Function* function(const LawBase& law, std::string_view name, Home home) {
  for (const Function& f : law.functions)
    if (f.name == name && f.home == home) return &f;
  return nullptr;
}

}  // namespace comity::meaning::test
