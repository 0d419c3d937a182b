// The part of an address after ?, as a request to the core: options of a question about the law, never facts of a case.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace comity::serve {

// place=NL&on=2001-04-01 -> {"place": "NL", "on": "2001-04-01"}; true and false are truth values.
// nullopt: no key before =, a key twice, or a % that no two digits follow.
std::optional<std::string> request_of(std::string_view query);

}  // namespace comity::serve
