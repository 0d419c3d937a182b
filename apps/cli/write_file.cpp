#include "cli/write_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <system_error>

#include "diag/system.h"

namespace comity::cli {

namespace {

std::string reason(Language language) {
  return diag::said(diag::system_reason(std::error_code(errno, std::generic_category())), language);
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool may_be_replaced(const std::string& path, std::string_view mark) {
  std::ifstream file(path, std::ios::binary);
  std::string begins(1000, '\0');
  file.read(begins.data(), static_cast<std::streamsize>(begins.size()));
  begins.resize(static_cast<std::size_t>(file.gcount()));
  return file.is_open() && (begins.empty() || begins.find(mark) != std::string::npos);
}

Exit failed(Exit status, Message what, const std::string& path, const std::string& why,
            Language language) {
  complain(say(language, what, path, why));
  return status;
}

// A pipe or a terminal: there is nothing to replace.
Exit write_through(const std::string& path, std::string_view bytes, Language language) {
  int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (file < 0) return failed(bad_usage, Message::map_not_made, path, reason(language), language);
  bool written = write_all(file, bytes);
  std::string why = reason(language);
  written &= ::close(file) == 0;
  return written ? answered : failed(internal_error, Message::map_not_written, path, why, language);
}

// Through a file beside it, so that a full disk leaves what was there.
Exit write_beside(const std::string& path, std::string_view bytes, mode_t mode, Language language) {
  std::string beside = path + ".XXXXXX";
  int file = ::mkstemp(beside.data());
  if (file < 0) return failed(bad_usage, Message::map_not_made, path, reason(language), language);
  bool written = ::fchmod(file, mode) == 0 && write_all(file, bytes) && ::fsync(file) == 0;
  std::string why = reason(language);
  written &= ::close(file) == 0;
  if (written && std::rename(beside.c_str(), path.c_str()) == 0) return answered;
  if (written) why = reason(language);
  ::unlink(beside.c_str());
  return failed(internal_error, Message::map_not_written, path, why, language);
}

}  // namespace

Exit write_file(const std::string& path, std::string_view bytes, std::string_view mark,
                Language language) {
  struct stat there {};
  if (::stat(path.c_str(), &there) != 0) {
    if (errno != ENOENT || path.empty())
      return failed(bad_usage, Message::map_not_made, path, reason(language), language);
    return write_beside(path, bytes, S_IRUSR | S_IWUSR, language);
  }
  if (S_ISDIR(there.st_mode)) {
    errno = EISDIR;
    return failed(bad_usage, Message::map_not_made, path, reason(language), language);
  }
  if (!S_ISREG(there.st_mode)) return write_through(path, bytes, language);
  if (!may_be_replaced(path, mark)) {
    complain(say(language, Message::map_would_replace, path));
    return bad_usage;
  }
  char* whole = ::realpath(path.c_str(), nullptr);  // a link stays one
  std::string target = whole ? whole : path;
  std::free(whole);
  return write_beside(target, bytes, there.st_mode & 07777, language);
}

}  // namespace comity::cli
