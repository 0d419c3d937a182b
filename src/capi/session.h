// What the C interface hands out: a session, with the pack it was opened with or why that was refused, and replies. For the
// files that stand behind its functions only.
#pragma once
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>

#include "capi/comity.h"
#include "capi/problem.h"
#include "pack/pack.h"

struct comity_session {
  std::unique_ptr<std::byte[], decltype(&std::free)> copy{nullptr, &std::free};
  std::optional<comity::pack::Pack> pack;
  comity::diag::Diagnostics refused;
};

namespace comity::capi {

// comity_free takes it apart.
struct Reply : comity_reply {
  std::string owned;
  Reply(int32_t of_status, std::string document) : comity_reply{}, owned(std::move(document)) {
    status = of_status;
    text = owned.c_str();
    size = owned.size();
  }
};

inline int32_t status_of(Problem problem) {
  switch (problem) {
    case Problem::bad_input:
      return COMITY_BAD_INPUT;
    case Problem::bad_law:
      return COMITY_BAD_LAW;
    case Problem::internal:
      return COMITY_INTERNAL;
  }
  return COMITY_INTERNAL;
}

}  // namespace comity::capi
