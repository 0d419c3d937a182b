// The certificate of an answer (engine/certificate.h), as text and as the key `certificate` of its JSON.
#pragma once
#include "cli/messages.h"
#include "engine/answer_json.h"
#include "engine/certificate.h"

namespace comity::cli {

std::string certificate_text(const ir::Law& law, const ir::Facts& facts,
                             const engine::Answer& answer, const engine::Certificate& certificate,
                             Language language);
engine::Json certificate_json(const engine::Certificate& certificate);

}  // namespace comity::cli
