// Compiling the law base: megabytes of law text a second, and whether time is linear in size (the same law 1, 2 and 4
// times over, under other places' names). Fails below the project's limit.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include "diag/render.h"
#include "ir/from_meaning.h"
#include "meaning/from_syntax.h"

namespace {

using namespace comity;

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

// Names of tables are one namespace over all laws, so each copy has its own.
std::vector<std::string> table_names(const std::vector<meaning::InputFile>& files) {
  std::vector<std::string> names;
  for (const auto& file : files)
    for (std::size_t at = 0; file.path.starts_with("dk/") &&
                             (at = file.bytes.find("\ntable ", at)) != std::string::npos;) {
      at += 7;
      names.push_back(file.bytes.substr(at, file.bytes.find('\n', at) - at));
    }
  return names;
}

// Copies of the Danish law for places that have none, so that the base grows and still compiles.
std::vector<meaning::InputFile> grown(const std::vector<meaning::InputFile>& files, int copies) {
  static constexpr const char* places[] = {
      "AQ", "BV", "HM", "IO", "TF", "UM", "SJ", "AX", "GG", "JE", "IM", "NU", "TK", "TV", "NR",
      "WF", "PM", "MF", "BL", "GS", "FK", "SH", "PN", "MS", "AI", "VG", "KY", "BM", "TC", "CK"};
  std::vector<meaning::InputFile> all = files;
  const auto tables = table_names(files);
  for (int i = 0; i < copies; ++i)
    for (const auto& file : files) {
      if (!file.path.starts_with("dk/")) continue;
      meaning::InputFile copy = file;
      std::string folder = places[i];
      std::ranges::transform(folder, folder.begin(),
                             [](char c) { return static_cast<char>(c - 'A' + 'a'); });
      copy.path = folder + copy.path.substr(2);
      replace_all(copy.bytes, "DK", places[i]);
      for (const std::string& table : tables)
        if (copy.path.ends_with(".law.md")) replace_all(copy.bytes, table, table + "_" + folder);
      all.push_back(std::move(copy));
    }
  return all;
}

struct Timing {
  std::size_t bytes = 0;
  double seconds = 1e9;
};

Timing compile(const std::vector<meaning::InputFile>& files) {
  Timing timing;
  for (const auto& file : files) timing.bytes += file.bytes.size();
  for (int run = 0; run < 5; ++run) {
    text::SourceSet sources;
    diag::Diagnostics diagnostics;
    auto input = files;
    auto start = std::chrono::steady_clock::now();
    auto base = meaning::from_syntax(std::move(input), {"law", {}}, sources, diagnostics);
    if (!base) {
      std::fputs(diag::render(sources, diagnostics).c_str(), stderr);
      std::exit(1);
    }
    auto builder = ir::from_meaning(*base);
    timing.seconds =
        std::min(timing.seconds,
                 std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    if (builder.nodes.empty()) std::exit(1);
  }
  return timing;
}

}  // namespace

int main() {
  std::vector<meaning::InputFile> files;
  diag::Diagnostics diagnostics;
  if (!meaning::read_law_folder(COMITY_SOURCE_DIR "/law", files, diagnostics)) return 1;
  double first = 0, last = 0;
  for (int copies : {0, 8, 30}) {
    Timing t = compile(grown(files, copies));
    last = static_cast<double>(t.bytes) / 1e6 / t.seconds;
    if (first == 0) first = last;
    std::printf("%8zu bytes of law text  %8.2f ms  %6.1f MB/s\n", t.bytes, t.seconds * 1e3, last);
  }
  std::printf(
      "rate at the largest size over rate at the smallest: %.2f (1 is linear); limit 5 MB/s, ratio "
      "%.2f\n",
      last / first, last / 5);
  return last < 5 || last / first < 0.6;
}
