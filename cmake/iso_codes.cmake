# Codes of places as ISO 3166 has them, from Debian's package iso-codes, as one generated source of the layer `meaning`:
# countries (3166-1), their parts (3166-2), and what was withdrawn since 1974 (3166-3) with the day.

set(COMITY_ISO_CODES /usr/share/iso-codes/json CACHE PATH "The folder of iso_3166-1.json and its like")
foreach(part 1 2 3)
  if(NOT EXISTS "${COMITY_ISO_CODES}/iso_3166-${part}.json")
    message(FATAL_ERROR "iso_3166-${part}.json was not found; scripts/packages.txt lists the packages needed, or set COMITY_ISO_CODES")
  endif()
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${COMITY_ISO_CODES}/iso_3166-${part}.json")
endforeach()

# comity_iso_list(<part> <key> <out>): every value of the key, sorted, as quoted words.
function(comity_iso_list part key out)
  file(READ "${COMITY_ISO_CODES}/iso_3166-${part}.json" text)
  string(REGEX MATCHALL "\"${key}\": \"[A-Z0-9-]+\"" found "${text}")
  list(TRANSFORM found REPLACE "\"${key}\": " "")
  list(SORT found)
  list(JOIN found ", " words)
  set(${out} "${words}" PARENT_SCOPE)
endfunction()

comity_iso_list(1 alpha_2 iso_countries)
comity_iso_list(2 code iso_parts)
file(READ "${COMITY_ISO_CODES}/iso_3166-3.json" text)
string(REGEX MATCHALL "\"(alpha_4|withdrawal_date)\": \"[A-Z0-9-]+\"" found "${text}")
list(JOIN found " " iso_former)
string(REGEX REPLACE "\"alpha_4\": (\"[A-Z]+\") \"withdrawal_date\": (\"[0-9-]+\")" "{\\1, \\2}," iso_former "${iso_former}")

set(COMITY_ISO_SOURCE "${CMAKE_BINARY_DIR}/generated/iso_3166.cpp")
file(CONFIGURE OUTPUT "${COMITY_ISO_SOURCE}" @ONLY CONTENT [[// Made by cmake/iso_codes.cmake.
#include "meaning/iso_codes.h"

namespace comity::meaning::iso {

namespace {
constexpr std::string_view country_list[] = {@iso_countries@};
constexpr std::string_view part_list[] = {@iso_parts@};
constexpr Former former_list[] = {@iso_former@};
}  // namespace

std::span<const std::string_view> countries() { return country_list; }
std::span<const std::string_view> parts() { return part_list; }
std::span<const Former> former() { return former_list; }

}  // namespace comity::meaning::iso
]])
target_sources(meaning PRIVATE "${COMITY_ISO_SOURCE}")
