// Calendar days as a count since 1970-01-01 in the proleptic Gregorian calendar, and the arithmetic law needs.
// Relies on std::chrono for the calendar; leaves time of day and zones to nobody: law here counts in days.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace comity::base {

using Day = std::int32_t;  // days since 1970-01-01

inline constexpr Day first_day = -719528;  // 0000-01-01
inline constexpr Day last_day = 2932896;   // 9999-12-31

enum class Unit : std::uint8_t { days, months, years };

// A day that a calendar lacks (29 February, 31 April) becomes the first day after it, or the last day before it.
enum class Rounding : std::uint8_t { forward, back };

std::optional<Day> day_of(int year, unsigned month, unsigned day);  // nullopt: no such day
std::optional<Day> parse_day(std::string_view iso);                 // "2018-01-26" only
std::string to_string(Day day);                                     // "2018-01-26"
Day add(Day day, int amount, Unit unit, Rounding rounding);
int year_of(Day day);

}  // namespace comity::base
