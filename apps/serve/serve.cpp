#include "serve/serve.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <charconv>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "cli/options.h"
#include "cli/page.h"
#include "serve/openapi.h"
#include "serve/server.h"

namespace comity::serve {

namespace {

using cli::Message;

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The app as one page: where COMITY_PAGE says, beside the program, or in the tree the program was built in.
std::string page() {
  if (const char* set = std::getenv("COMITY_PAGE"); set && *set) return bytes_of(set);
  std::error_code error;
  const auto folder = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
  for (const auto& path : {folder / "comity.html", folder / "../../web/dist/comity.html"})
    if (std::filesystem::exists(path, error)) return bytes_of(path);
  return {};
}

std::optional<unsigned short> port_of(const cli::Session& session) {
  const std::string& written = session.options.port;
  unsigned short port = 0;
  if (written.empty()) return port;
  auto [at, error] = std::from_chars(written.data(), written.data() + written.size(), port);
  if (error == std::errc() && at == written.data() + written.size()) return port;
  cli::complain(cli::say(session.options.language, Message::no_port, written));
  return std::nullopt;
}

// The page needs no token, so none stands in an argument that others on the machine could read.
void open_browser(const std::string& address) {
  std::string program = "xdg-open", where = address;
  char* arguments[] = {program.data(), where.data(), nullptr};
  posix_spawn_file_actions_t silent;
  posix_spawn_file_actions_init(&silent);
  for (int stream : {STDOUT_FILENO, STDERR_FILENO})
    posix_spawn_file_actions_addopen(&silent, stream, "/dev/null", O_WRONLY, 0);
  std::signal(SIGCHLD, SIG_IGN);  // nobody waits for it
  pid_t child = 0;
  ::posix_spawnp(&child, program.c_str(), &silent, nullptr, arguments, environ);
  posix_spawn_file_actions_destroy(&silent);
}

void announce(const cli::Session& session, const std::string& address, const std::string& token,
              bool has_page) {
  const cli::Options& o = session.options;
  if (o.json) {
    cli::print_json(session, {{"address", address + "#" + token},
                              {"token", token},
                              {"openapi", address + "v1/openapi.json"},
                              {"page", has_page}});
  } else {
    cli::print(cli::say(o.language, Message::serving, address + "#" + token) + "\n");
    cli::print(cli::say(o.language, Message::serving_programs, address + "v1/openapi.json") + "\n");
    if (!has_page) cli::complain(cli::say(o.language, Message::page_not_built));
    cli::print(cli::say(o.language, Message::serving_until) + "\n");
  }
  std::fflush(stdout);
}

// The session of the core over the pack that this program has opened.
struct Core {
  comity_session* session;
  explicit Core(std::span<const std::byte> pack) : session(comity_open(pack.data(), pack.size())) {}
  ~Core() { comity_close(session); }
  Core(const Core&) = delete;
  Core& operator=(const Core&) = delete;
};

}  // namespace

int run_serve(cli::Session& session) {
  const auto port = port_of(session);
  if (!port) return cli::bad_usage;
  if (!cli::open_law(session)) return cli::law_broken;
  const cli::Options& o = session.options;
  const Core core(session.pack.bytes);
  const std::string html = page();
  try {
    serve(*port, {}, [&](unsigned short at) {
      const std::string address = "http://127.0.0.1:" + std::to_string(at) + "/";
      const std::string token = make_token();
      announce(session, address, token, !html.empty());
      if (!o.no_browser && !html.empty()) open_browser(address);
      return Site{core.session, Guard(at, token), html, openapi(session.law(), address)};
    });
  } catch (const std::system_error& failure) {
    cli::complain(cli::say(o.language, Message::port_not_had, *port,
                           failure.code().default_error_condition().message()));
    return cli::bad_usage;
  }
  return cli::answered;
}

}  // namespace comity::serve
