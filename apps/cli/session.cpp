#include "cli/session.h"

#include <unistd.h>

#include <cstdlib>

#include "cli/page.h"
#include "diag/render.h"
#include "engine/answer_json.h"

namespace comity::cli {

namespace {

std::filesystem::path pack_path() {
  if (const char* set = std::getenv("COMITY_PACK"); set && *set) return set;
  std::error_code error;
  std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", error);
  return self.parent_path() / "comity.pack";
}

}  // namespace

bool open_law(Session& session) {
  auto pack = pack::open_pack(pack_path(), session.diagnostics);
  if (!pack) {
    report(session);
    return false;
  }
  session.pack = std::move(*pack);
  return true;
}

int print_json(const Session& session, const nlohmann::ordered_json& document) {
  return print_page(session, engine::printed(document));
}

int print_page(const Session& session, std::string_view text) {
  if (print(text)) return answered;
  complain(say(session.options.language, Message::output_not_written));
  return internal_error;
}

}  // namespace comity::cli
