#include "casefile/when.h"

#include <algorithm>
#include <string>

namespace comity::casefile {

namespace {

// A year, month or day with unspecified digits at its end: 201X is 2010 to 2019.
struct Numbers {
  int first = 0, last = 0;
};

std::optional<Numbers> numbers_of(std::string_view text, std::size_t digits) {
  if (text.size() != digits) return std::nullopt;
  Numbers read;
  bool open = false;
  for (char c : text) {
    if (c == 'X') {
      open = true;
      read = {read.first * 10, read.last * 10 + 9};
    } else if (c >= '0' && c <= '9' && !open) {
      read = {read.first * 10 + (c - '0'), read.last * 10 + (c - '0')};
    } else {
      return std::nullopt;
    }
  }
  return read;
}

base::Day last_of_month(int year, unsigned month) {
  return base::day_of(month == 12 ? year + 1 : year, month == 12 ? 1 : month + 1, 1)
             .value_or(base::last_day + 1) -
         1;
}

bool unspecified(std::string_view text) { return text == "XX"; }

// 2018-01-26, 2018-01, 2018, with X for digits not known.
std::optional<Days> simple(std::string_view text) {
  auto year = numbers_of(text.substr(0, 4), 4);
  if (!year) return std::nullopt;
  std::string_view rest = text.substr(4);
  if (rest.empty() || rest == "-XX" || rest == "-XX-XX") {
    auto first = base::day_of(year->first, 1, 1), last = base::day_of(year->last, 12, 31);
    if (!first || !last) return std::nullopt;
    return Days{*first, *last};
  }
  if (year->first != year->last || rest[0] != '-') return std::nullopt;
  auto month = numbers_of(rest.substr(1, 2), 2);
  if (!month || month->first != month->last) return std::nullopt;
  auto number = static_cast<unsigned>(month->first);
  auto first = base::day_of(year->first, number, 1);
  if (!first) return std::nullopt;
  rest.remove_prefix(3);
  if (rest.empty() || (rest[0] == '-' && unspecified(rest.substr(1))))
    return Days{*first, last_of_month(year->first, number)};
  auto day = base::parse_day(text);
  if (!day) return std::nullopt;
  return Days{*day, *day};
}

}  // namespace

std::optional<Days> days_of(std::string_view text) {
  std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return simple(text);
  std::string_view from = text.substr(0, slash), to = text.substr(slash + 1);
  bool from_open = from == "..", to_open = to == "..";
  if (from_open && to_open) return std::nullopt;
  auto first = from_open ? std::optional<Days>() : simple(from);
  auto last = to_open ? std::optional<Days>() : simple(to);
  if ((!from_open && !first) || (!to_open && !last)) return std::nullopt;
  Days days{from_open ? std::min(earliest, last->last) : first->first,
            to_open ? std::max(latest, first->first) : last->last};
  if (days.first > days.last) return std::nullopt;
  return days;
}

}  // namespace comity::casefile
