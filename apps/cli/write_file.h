// The one file a verb about a case may write: the one its user named. It is written whole or not at all, is readable by
// its owner only when it is new, and takes the place of nothing but an empty file or one of its own kind.
#pragma once
#include <string>
#include <string_view>

#include "cli/options.h"

namespace comity::cli {

// `mark`: what a file that may be replaced has in its first thousand bytes. After a message, the status to exit with:
// bad_usage where the name is at fault, internal_error where the writing failed; answered when it is written.
Exit write_file(const std::string& path, std::string_view bytes, std::string_view mark,
                Language language);

}  // namespace comity::cli
