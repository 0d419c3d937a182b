#include "base/date.h"

#include <cstdio>

namespace comity::base {
namespace chrono = std::chrono;

namespace {

Day serial(chrono::year_month_day date) {
  return static_cast<Day>(chrono::sys_days(date).time_since_epoch().count());
}

chrono::year_month_day civil(Day day) {
  return chrono::year_month_day(chrono::sys_days(chrono::days(day)));
}

bool read_digits(std::string_view text, int& out) {
  out = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return false;
    out = out * 10 + (c - '0');
  }
  return true;
}

}  // namespace

std::optional<Day> day_of(int year, unsigned month, unsigned day) {
  chrono::year_month_day date{chrono::year(year), chrono::month(month), chrono::day(day)};
  if (!date.ok() || year < 0 || year > 9999) return std::nullopt;
  return serial(date);
}

std::optional<Day> parse_day(std::string_view iso) {
  int year = 0, month = 0, day = 0;
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  if (!read_digits(iso.substr(0, 4), year) || !read_digits(iso.substr(5, 2), month) ||
      !read_digits(iso.substr(8, 2), day))
    return std::nullopt;
  return day_of(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

std::string to_string(Day day) {
  auto date = civil(day);
  char buffer[24];
  std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", int(date.year()), unsigned(date.month()),
                unsigned(date.day()));
  return buffer;
}

Day add(Day day, int amount, Unit unit, Rounding rounding) {
  if (unit == Unit::days) return day + amount;
  auto date = civil(day);
  auto moved = unit == Unit::years ? date + chrono::years(amount) : date + chrono::months(amount);
  if (moved.ok()) return serial(moved);
  Day last = serial(moved.year() / moved.month() / chrono::last);
  return rounding == Rounding::back ? last : last + 1;
}

int year_of(Day day) { return int(civil(day).year()); }

}  // namespace comity::base
