// Dates as a case writes them: a day, or an interval of days where only part is known.
// ISO 8601 days, months and years; of EDTF the interval (2010/2015, ../1896-12-31) and the unspecified digit (201X,
// 2018-XX). What says "about" or "perhaps" (2018~, 2018?) names no days and is refused.
#pragma once
#include <optional>
#include <string_view>

#include "base/date.h"

namespace comity::casefile {

struct Days {  // both included
  base::Day first = 0, last = 0;
};

// Ends left open (..) reach to these: no case is older, none further off.
inline constexpr base::Day earliest = -98615;  // 1700-01-01
inline constexpr base::Day latest = 84370;     // 2200-12-31

std::optional<Days> days_of(
    std::string_view text);  // nullopt: unreadable, a day that does not exist, or reversed

}  // namespace comity::casefile
