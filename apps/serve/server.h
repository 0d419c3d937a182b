// HTTP/1.1 on 127.0.0.1, by Boost.Beast: connections, limits and timeouts. What is answered is in routes.h.
// Guarantees: no other interface is listened on; a request has a largest size and a longest time, of its header as of its
// body; slow or idle connections hold up nobody; nothing of a request is kept or written down once it is answered.
#pragma once
#include <chrono>
#include <cstddef>
#include <functional>

#include "serve/routes.h"

namespace comity::serve {

struct Limits {
  std::size_t body = std::size_t{1536}
                     << 10;  // a case is at most 1 MiB; as a JSON text it may be longer
  std::size_t header = std::size_t{8} << 10;
  std::size_t connections = 1000;
  std::chrono::seconds request{10};  // from the first byte waited for to the last
  std::chrono::seconds stopping{5};  // for what is being answered when the server is told to stop
};

// Listens on the port (0: one that is free), calls `ready` with it to get what is to be served, and answers until SIGINT or
// SIGTERM. A second signal ends it at once. Throws std::system_error where the port cannot be had.
void serve(unsigned short port, const Limits& limits,
           const std::function<Site(unsigned short port)>& ready);

}  // namespace comity::serve
