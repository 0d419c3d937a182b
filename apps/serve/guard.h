// Who may ask, before anything is read: this machine's own programs, and no page from elsewhere that a browser happens to
// show. A name that some DNS server points at 127.0.0.1 is refused by its Host; a page of another origin by its Origin;
// another program on the machine, which the token was not told to, by its lack of it.
// Knows nothing of sockets: it looks at what a request says of itself.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace comity::serve {

struct Origin {
  std::string_view host;    // as the header says; empty: no header
  std::string_view origin;  // empty: none
  std::string_view site;    // Sec-Fetch-Site; empty: none
  std::string_view authorization;
};

enum class Refusal {
  no_host,       // HTTP/1.1 without it
  foreign_host,  // another name than this server has
  foreign_page,  // a browser asks on behalf of a page from elsewhere
  no_token,      // missing, or not this run's
};

class Guard {
 public:
  Guard(unsigned short port, std::string token);

  // Of every request.
  std::optional<Refusal> refuses(const Origin& origin) const;
  // Of what the law is asked: also the token.
  std::optional<Refusal> refuses_question(const Origin& origin) const;

 private:
  bool is_own(std::string_view authority) const;
  std::string own_[2];  // 127.0.0.1:PORT, localhost:PORT
  std::string token_;
};

// 128 bits from the system, as 32 letters.
std::string make_token();

}  // namespace comity::serve
