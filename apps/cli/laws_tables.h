// laws: the tables of the law base as text (engine/table_cover.h).
#pragma once
#include <vector>

#include "cli/page.h"
#include "cli/session.h"
#include "engine/table_cover.h"

namespace comity::cli {

void write_tables(Page& page, const std::vector<engine::TableCover>& tables, Language language);

}  // namespace comity::cli
