// The real law base, compiled once per test program, and cases made path by path.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "casefile/case.h"
#include "engine/answer_json.h"
#include "engine/engine.h"
#include "ir/builder.h"
#include "meaning/from_syntax.h"

namespace comity::tests {

// Compiles a list of files; fails the test with the findings when they do not compile.
ir::Builder compile(std::vector<meaning::InputFile> files);
std::vector<meaning::InputFile> law_files();  // of law/
const ir::Law& law();                         // law/, compiled

using Paths =
    std::map<std::string, std::string>;  // "spouses.0.sex" -> "male"; "[]" and "[RU, FR]" are lists

struct Asked {
  ir::Facts facts;
  engine::Question question;
};
inline constexpr base::Day today = 20782;  // 2026-11-25

casefile::Document document(const Paths& paths);
std::optional<Asked> read(const ir::Law& law, const Paths& paths, bool strict = false);
engine::Answer answer(const ir::Law& law, const Paths& paths, bool report = false);
// What an answer says, without where it says it: no receipt, no line numbers.
std::string essence(const ir::Law& law, const engine::Answer& answer);
std::string outcome_word(const engine::StanceAnswer& stance);

// Two Russian men married in Copenhagen on 2018-01-04; everything that matters is told.
Paths copenhagen_2018();

}  // namespace comity::tests
