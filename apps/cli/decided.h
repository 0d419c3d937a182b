// Decided cases: files of the case format with one key more, `decided` (casefile/decided.h). Each agrees, disagrees, or is
// out of scope; a reason stands in the file for the last two. They are counted by kind and shown: now, when the law base
// was first asked (first_run.h), and with the decision's own part of the law left out (decided_judge.h).
#pragma once
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>

#include "cli/session.h"

namespace comity::cli {

struct DecidedTest {
  std::size_t unexplained = 0;  // disagreements without a reason
  bool not_written = false;     // the record of first runs, after a message
  nlohmann::ordered_json json;
  std::string text;
};

// nullopt after a finding: a file cannot be read as a decided case.
std::optional<DecidedTest> test_decided(Session& session, const std::filesystem::path& path);

}  // namespace comity::cli
