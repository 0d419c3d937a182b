// The yardstick of bench/serve.sh: the same library answering a fixed text on as many threads as the server has, and nothing
// else. Prints its port; ends when its input does.
#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <cstdio>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;

struct Connection : std::enable_shared_from_this<Connection> {
  explicit Connection(tcp::socket socket) : stream(std::move(socket)) {}
  void read() {
    request = {};
    stream.expires_after(std::chrono::seconds(10));
    http::async_read(stream, buffer, request, [self = shared_from_this()](auto failure, auto) {
      if (!failure) self->write();
    });
  }
  void write() {
    response = {http::status::ok, 11};
    response.set(http::field::content_type, "text/plain");
    response.body() = "hello, world";
    response.prepare_payload();
    http::async_write(stream, response, [self = shared_from_this()](auto failure, auto) {
      if (!failure) self->read();
    });
  }
  beast::tcp_stream stream;
  beast::flat_buffer buffer;
  http::request<http::string_body> request;
  http::response<http::string_body> response;
};

int main() {
  asio::io_context io;
  tcp::acceptor acceptor(io, {asio::ip::address_v4::loopback(), 0});
  std::function<void()> accept = [&] {
    acceptor.async_accept(asio::make_strand(io), [&](auto failure, tcp::socket socket) {
      if (failure) return;
      socket.set_option(tcp::no_delay(true));
      std::make_shared<Connection>(std::move(socket))->read();
      accept();
    });
  };
  accept();
  std::printf("%d\n", acceptor.local_endpoint().port());
  std::fflush(stdout);
  std::vector<std::jthread> threads;
  for (unsigned i = 0; i < std::max(2u, std::thread::hardware_concurrency()); ++i)
    threads.emplace_back([&] { io.run(); });
  while (std::getchar() != EOF) {
  }
  io.stop();
}
