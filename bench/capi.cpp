// Calls through the C interface on the law pack beside the release build: JSON in, JSON out, as the server and bindings call.
// Prints microseconds of one call; no limit of its own, bench/serve.sh has the server's.
#include "capi/comity.h"

#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <vector>

#include "measure.h"

namespace {

const char* const request = R"({"compact": true, "today": "2026-11-25", "case": {"comity": 1,
  "question": {"forum": "RU", "on": "2018-01-26", "purpose": "status"},
  "celebration": {"place": "DK", "on": "2018-01-04", "form": "civil", "registered": "yes", "formalities_observed": "yes"},
  "spouses": [
    {"label": "first", "sex": "male", "born": "1989-06", "nationalities": ["RU"], "residence": "RU", "domicile": "RU",
     "declared_incapable": "no", "consents": "yes", "earlier_unions": []},
    {"label": "second", "sex": "male", "born": "1990-02", "nationalities": ["RU"], "residence": "RU", "domicile": "RU",
     "declared_incapable": "no", "consents": "yes", "earlier_unions": []}],
  "between": {"kinship": "none", "adoption": "none", "affinity": "none"}})";

}  // namespace

int main() {
  std::ifstream in(COMITY_SOURCE_DIR "/build/release/comity.pack", std::ios::binary);
  const std::vector<char> pack{std::istreambuf_iterator<char>(in), {}};
  comity_session* session = comity_open(pack.data(), pack.size());
  std::size_t bytes = 0;
  auto call = [&](const char* verb, const std::string& text, int runs) {
    const double micros = comity::bench::median<std::micro>(runs, [&] {
      comity_reply* reply = comity_call(session, verb, text.data(), text.size());
      bytes = reply->status == COMITY_ANSWERED ? reply->size : 0;
      comity_free(reply);
    });
    std::printf("%-32s %10.1f us  %8zu bytes\n", verb, micros, bytes);
    return bytes > 0;
  };
  const std::string whole = std::string(request) + "}";
  const std::string short_one = std::string(request) + R"(, "because": false})";
  bool good = call("version", "{}", 2000);
  good = call("check", whole, 2000) && good;
  std::printf("the same without derivations:\n");
  good = call("check", short_one, 2000) && good;
  good = call("timeline", whole, 50) && good;
  good = call("atlas", whole, 20) && good;
  good = call("ask", whole, 50) && good;
  comity_close(session);
  return good ? 0 : 1;
}
