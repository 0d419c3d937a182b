// A program's life: read the arguments, hand over to the verb, give its status. Shared by `comity` and by the programs of
// single verbs, comity-<part>, which `comity` hands over to.
#pragma once
#include <span>
#include <string_view>

#include "cli/session.h"

namespace comity::cli {

using Verb = int (*)(Session&);
struct NamedVerb {
  std::string_view name;
  Verb run;
};

// `own` are the verbs of this program; any other is run by the program that has it.
int run_program(int argc, char** argv, std::span<const NamedVerb> own);

}  // namespace comity::cli
