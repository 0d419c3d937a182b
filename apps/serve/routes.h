// What each address answers: a request's method, target and body in, a status and a document out. Knows nothing of sockets.
#pragma once
#include <string>
#include <string_view>

#include "capi/comity.h"
#include "serve/guard.h"

namespace comity::serve {

struct Asked {
  std::string_view method, target, body;
  std::string_view content_type;
  Origin origin;
};

struct Answered {
  unsigned status = 200;
  std::string_view content_type = "application/json";
  std::string body;
  std::string_view allow;  // of 405: the method that would do
};

// Everything there is to answer with; alike for every connection, and never changed once made.
struct Site {
  const comity_session* session = nullptr;
  Guard guard;
  std::string page;     // the app; empty: it was not built
  std::string openapi;  // the description of the interface
};

Answered answer(const Site& site, const Asked& asked);

// What is said where no request could be read: 408, 413, 431, 400.
Answered unreadable(unsigned status);

}  // namespace comity::serve
