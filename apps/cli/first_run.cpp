#include "cli/first_run.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <system_error>

namespace comity::cli {

namespace fs = std::filesystem;

namespace {

constexpr const char* name = "first_run.tsv";
constexpr std::array<std::string_view, 4> known = {"agrees", "disagrees", "out_of_scope",
                                                   "not_recorded"};

}  // namespace

std::string FirstRuns::key(const fs::path& file) const {
  return fs::absolute(file).lexically_normal().lexically_relative(folder_).generic_string();
}

bool FirstRuns::read(Session& session, const fs::path& cases) {
  const fs::path start = fs::absolute(cases).lexically_normal();
  folder_ = fs::is_directory(start) ? start : start.parent_path();
  if (folder_.filename().empty()) folder_ = folder_.parent_path();
  // cases/ru finds the record of cases; no folder further up is anybody's.
  if (!fs::exists(folder_ / name) && fs::exists(folder_.parent_path() / name))
    folder_ = folder_.parent_path();
  const fs::path path = folder_ / name;
  std::ifstream in(path, std::ios::binary);
  if (!in) return true;
  const text::FileId id =
      session.sources.add(path.lexically_proximate(fs::current_path()).generic_string(),
                          std::string(std::istreambuf_iterator<char>(in), {}));
  const std::string_view whole = session.sources[id].bytes;
  for (std::size_t begin = 0; begin < whole.size();) {
    const std::size_t end = std::min(whole.find('\n', begin), whole.size());
    const std::string_view line = whole.substr(begin, end - begin);
    const std::size_t tab = line.find('\t');
    const std::string_view word =
        tab == std::string_view::npos
            ? std::string_view()
            : line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1);  // a note may follow
    if (std::ranges::find(known, word) == known.end()) {
      session.diagnostics.error(
          diag::Code::unknown_value,
          {id, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
          {diag::says::first_run_line_unread, line}, diag::says::how_first_run);
      return false;
    }
    std::string of(line.substr(0, tab));
    // A path may also be written from the folder above.
    if (const std::string above = folder_.filename().string() + "/"; of.starts_with(above))
      of = of.substr(above.size());
    words_.emplace(std::move(of), word);
    begin = end + 1;
  }
  return true;
}

std::string FirstRuns::of(const fs::path& file) const {
  auto at = words_.find(key(file));
  return at == words_.end() ? "not_recorded" : at->second;
}

void FirstRuns::add(const fs::path& file, const std::string& word) {
  added_ |= words_.emplace(key(file), word).second;
}

bool FirstRuns::write(const Session& session) const {
  if (!added_) return true;
  const fs::path path = folder_ / name, fresh = folder_ / (std::string(name) + ".new");
  bool good = false;
  {
    std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
    for (const auto& [file, word] : words_) out << file << '\t' << word << '\n';
    out.flush();
    good = out.good();
  }
  std::error_code error;
  if (good) fs::rename(fresh, path, error);
  if (good && !error) return true;
  fs::remove(fresh, error);
  complain(say(session.options.language, Message::first_run_not_written, path.string()));
  return false;
}

}  // namespace comity::cli
