// What each decided case came to when the law base was first asked about it: first_run.tsv beside the cases, a line each:
// the path below that folder, a tab, and agrees, disagrees, out_of_scope, or not_recorded where nobody wrote it down.
// A record is never changed by the program; it only adds cases that have none.
#pragma once
#include <filesystem>
#include <map>
#include <string>

#include "cli/session.h"

namespace comity::cli {

class FirstRuns {
 public:
  // The file beside the cases, or in the folder above them. False after a finding: a line cannot be read.
  bool read(Session& session, const std::filesystem::path& cases);
  // The word recorded; `not_recorded` where there is none.
  std::string of(const std::filesystem::path& file) const;
  // Keeps the word of a case that has none.
  void add(const std::filesystem::path& file, const std::string& word);
  // Writes what was added. False after a message.
  bool write(const Session& session) const;

 private:
  std::string key(const std::filesystem::path& file) const;

  std::filesystem::path folder_;
  std::map<std::string, std::string> words_;
  bool added_ = false;
};

}  // namespace comity::cli
