// fmt: law files laid out the one way. A file is replaced whole, by a rename, or not touched: what cannot be read as
// law text stays as its author left it.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "cli/verbs.h"
#include "diag/system.h"
#include "syntax/print.h"

namespace comity::cli {

namespace {

namespace fs = std::filesystem;
namespace says = diag::says;

void unreadable(Language language, const fs::path& path, const diag::Saying& why) {
  complain(path.string() + ": " + diag::said(why, language));
}

// The files named, and the law files under the folders named, each once and in order. False after a message.
bool gather(Language language, const std::vector<std::string>& named,
            std::vector<fs::path>& files) {
  for (const std::string& name : named) {
    std::error_code error;
    fs::file_status status = fs::status(name, error);
    if (!fs::exists(status)) return unreadable(language, name, says::no_such_file_or_folder), false;
    if (!fs::is_directory(status)) {
      files.emplace_back(name);
      continue;
    }
    std::vector<fs::path> found;
    fs::recursive_directory_iterator entry(name, error), last;
    for (; !error && entry != last; entry.increment(error))
      if (entry->path().string().ends_with(".law.md") && entry->is_regular_file(error))
        found.push_back(entry->path());
    if (error) return unreadable(language, name, diag::system_reason(error)), false;
    std::sort(found.begin(), found.end());
    files.insert(files.end(), found.begin(), found.end());
  }
  return true;
}

std::optional<std::string> read_file(Language language, const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file.is_open() || file.bad()) {
    unreadable(language, path, says::file_not_read);
    return std::nullopt;
  }
  return bytes;
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fsync(file) == 0;
}

// Through a file beside it, so that a full disk or a crash leaves the old file whole. A link is followed, and the
// permissions stay what they were.
bool replace_file(Language language, const fs::path& path, std::string_view bytes) {
  std::error_code error;
  fs::path target = fs::canonical(path, error);
  if (error) return unreadable(language, path, diag::system_reason(error)), false;
  std::string beside = target.string() + ".XXXXXX";
  int file = ::mkstemp(beside.data());
  if (file < 0) return unreadable(language, path, says::no_file_can_be_made), false;
  struct stat before {};
  bool written = ::stat(target.c_str(), &before) == 0 &&
                 ::fchmod(file, before.st_mode & 07777) == 0 && write_all(file, bytes);
  written = ::close(file) == 0 && written && std::rename(beside.c_str(), target.c_str()) == 0;
  if (written) return true;
  ::unlink(beside.c_str());
  unreadable(language, path, says::file_not_written);
  return false;
}

struct Run {
  Session& session;
  std::vector<std::string> changed, broken;  // paths, as named
  bool failed = false;                       // a file could not be read or written

  void format(const fs::path& path) {
    auto bytes = read_file(session.options.language, path);
    if (!bytes) return void(failed = true);
    text::FileId id = session.sources.add(path.string(), std::move(*bytes));
    auto laid_out = syntax::format_file(session.sources, id, session.diagnostics);
    if (!laid_out) return broken.push_back(path.string());
    if (*laid_out == session.sources[id].bytes) return;
    if (!session.options.check_only && !replace_file(session.options.language, path, *laid_out))
      return void(failed = true);
    changed.push_back(path.string());
  }

  int status() const {
    if (failed) return bad_usage;
    if (!broken.empty()) return law_broken;
    return session.options.check_only && !changed.empty() ? check_failed : answered;
  }
};

int show(const Run& run) {
  const Options& o = run.session.options;
  if (o.json) {
    nlohmann::ordered_json document;
    document["checked_only"] = o.check_only;
    document["changed"] = run.changed;
    document["broken"] = run.broken;
    return print_json(run.session, document);
  }
  std::string page;
  for (const std::string& path : run.changed)
    page += say(o.language, o.check_only ? Message::fmt_would : Message::fmt_changed, path) + "\n";
  return page.empty() ? answered : print_page(run.session, page);
}

}  // namespace

int run_fmt(Session& session) {
  std::vector<fs::path> files;
  if (!gather(session.options.language, session.options.files, files)) return bad_usage;
  Run run{session, {}, {}};
  for (const fs::path& path : files) run.format(path);
  report(session);
  int shown = show(run);
  return shown == answered ? run.status() : shown;
}

}  // namespace comity::cli
