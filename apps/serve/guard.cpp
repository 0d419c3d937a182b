#include "serve/guard.h"

#include <sys/random.h>

#include <array>
#include <cstdint>
#include <system_error>

namespace comity::serve {

namespace {

constexpr std::string_view scheme = "http://", bearer = "Bearer ";

// Takes as long wherever the first difference is.
bool same_secret(std::string_view written, std::string_view secret) {
  if (written.size() != secret.size()) return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < secret.size(); ++i)
    difference |= static_cast<unsigned char>(written[i]) ^ static_cast<unsigned char>(secret[i]);
  return difference == 0;
}

}  // namespace

Guard::Guard(unsigned short port, std::string token)
    : own_{"127.0.0.1:" + std::to_string(port), "localhost:" + std::to_string(port)},
      token_(std::move(token)) {}

bool Guard::is_own(std::string_view authority) const {
  return authority == own_[0] || authority == own_[1];
}

std::optional<Refusal> Guard::refuses(const Origin& origin) const {
  if (origin.host.empty()) return Refusal::no_host;
  if (!is_own(origin.host)) return Refusal::foreign_host;
  std::string_view page = origin.origin;
  if (!page.empty() && !(page.starts_with(scheme) && is_own(page.substr(scheme.size()))))
    return Refusal::foreign_page;
  return std::nullopt;
}

std::optional<Refusal> Guard::refuses_question(const Origin& origin) const {
  if (auto refusal = refuses(origin)) return refusal;
  // Somebody may follow a link to the page from elsewhere, but nobody asks a question so.
  if (origin.site == "cross-site" || origin.site == "same-site") return Refusal::foreign_page;
  std::string_view told = origin.authorization;
  if (!told.starts_with(bearer) || !same_secret(told.substr(bearer.size()), token_))
    return Refusal::no_token;
  return std::nullopt;
}

std::string make_token() {
  std::array<std::uint8_t, 16> bytes;
  if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
    throw std::system_error(errno, std::generic_category(), "getrandom");
  static constexpr char digits[] = "0123456789abcdef";
  std::string token;
  for (std::uint8_t byte : bytes) token += {digits[byte >> 4], digits[byte & 15]};
  return token;
}

}  // namespace comity::serve
