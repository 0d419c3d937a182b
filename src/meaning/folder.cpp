// Reading the folder from disk: the only place where meaning touches files.
#include <algorithm>
#include <fstream>
#include <sstream>

#include "diag/system.h"
#include "meaning/from_syntax.h"

namespace comity::meaning {

namespace says = diag::says;

namespace fs = std::filesystem;

bool read_law_folder(const fs::path& folder, std::vector<InputFile>& files,
                     diag::Diagnostics& diagnostics) {
  constexpr text::Span nowhere{0xffff, 0, 0};
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    diagnostics.error(diag::Code::file_unreadable, nowhere,
                      {says::no_folder_to_read, folder.string()});
    return false;
  }
  bool whole = true;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error)) {
    std::string name = at->path().filename().string();
    bool law = name.ends_with(".law.md") || name.ends_with(".toml") || name.ends_with(".csv");
    if (!law || !at->is_regular_file()) continue;
    std::ifstream stream(at->path(), std::ios::binary);
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    if (!stream) {
      diagnostics.error(diag::Code::file_unreadable, nowhere,
                        {says::cannot_be_read, at->path().string()});
      whole = false;
      continue;
    }
    files.push_back(
        {at->path().lexically_relative(folder).generic_string(), std::move(bytes).str()});
  }
  if (error) {
    diagnostics.error(diag::Code::file_unreadable, nowhere,
                      {says::cannot_be_read_because, folder.string(), diag::system_reason(error)});
    whole = false;
  }
  std::sort(files.begin(), files.end(),
            [](const InputFile& a, const InputFile& b) { return a.path < b.path; });
  return whole;
}

}  // namespace comity::meaning
