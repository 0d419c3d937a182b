// Decided cases: files of the case format with one key more, `decided`, that says who decided what on what ground.
// Each agrees, disagrees, or is out of scope; a reason stands in the file for the last two. They are counted and shown.
//   decided: {court, date, citation, source, kind, expect: {stance, outcome, provision}, disagrees: why, out_of_scope: why}
#pragma once
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>

#include "cli/session.h"

namespace comity::cli {

struct DecidedTest {
  std::size_t agreements = 0, disagreements = 0, explained = 0,
              out_of_scope = 0;  // disagreements: without a reason
  nlohmann::ordered_json json;
  std::string text;
};

// nullopt after a finding: a file cannot be read as a decided case.
std::optional<DecidedTest> test_decided(Session& session, const std::filesystem::path& path);

}  // namespace comity::cli
