// The codes of ISO 3166, and whether a code is one on a day. The lists come from the package iso-codes when the program is built
// (cmake/iso_codes.cmake). It has no days of introduction, so that a code of today is taken for one of every earlier day.
#pragma once
#include <optional>
#include <span>
#include <string_view>

#include "base/date.h"

namespace comity::meaning::iso {

struct Former {
  std::string_view code, withdrawn;  // four letters (DDDE); a day, or the year alone
};

std::span<const std::string_view> countries();  // 3166-1 alpha-2, sorted
std::span<const std::string_view> parts();      // 3166-2, sorted
std::span<const Former> former();               // 3166-3

bool is_current(std::string_view code);
// The day a code of 3166-3 was withdrawn; of a year alone its last day. nullopt: no such code.
std::optional<base::Day> withdrawn_on(std::string_view code);
// Codes that ISO leaves to its users and will never give to a state: X-NCY, XK, QM, and parts such as US-X-NAVAJO.
bool is_left_to_users(std::string_view code);

}  // namespace comity::meaning::iso
