#include "serve/server.h"

#include <array>
#include <atomic>
#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <memory>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <vector>

namespace comity::serve {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
using Failure = beast::error_code;

class Connection;

// Those that are open, to be told when the server stops.
class Connections {
 public:
  explicit Connections(std::size_t most) : most_(most) {}
  bool stopping() const { return stopping_.load(std::memory_order_relaxed); }
  bool add(const std::shared_ptr<Connection>& connection);
  void remove();
  void stop();
  bool none() {
    const std::scoped_lock lock(guard_);
    return count_ == 0;
  }

 private:
  std::mutex guard_;
  std::vector<std::weak_ptr<Connection>> open_;
  std::size_t count_ = 0, most_;
  std::atomic<bool> stopping_ = false;
};

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(tcp::socket socket, const Site& site, const Limits& limits, Connections& all)
      : stream_(std::move(socket)), site_(site), limits_(limits), all_(all) {}
  ~Connection() { all_.remove(); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void run() {
    asio::dispatch(stream_.get_executor(), [self = shared_from_this()] { self->read(); });
  }

  // Where nothing is being answered the connection ends; otherwise after the answer.
  void stop() {
    asio::post(stream_.get_executor(), [self = shared_from_this()] {
      if (self->reading_) self->stream_.close();
    });
  }

 private:
  void read() {
    parser_.emplace();
    parser_->body_limit(limits_.body);
    parser_->header_limit(static_cast<std::uint32_t>(limits_.header));
    stream_.expires_after(limits_.request);
    reading_ = true;
    http::async_read(stream_, buffer_, *parser_,
                     beast::bind_front_handler(&Connection::was_read, shared_from_this()));
  }

  void was_read(Failure failure, std::size_t) {
    reading_ = false;
    if (!failure) return write(answer(site_, asked()), parser_->get().keep_alive());
    if (auto status = status_of(failure)) write(unreadable(*status), false);
    // Anything else: the other side has gone, or nothing was asked in time.
  }

  // What is worth saying to the other side. Silence from the start is not: the connection just ends.
  std::optional<unsigned> status_of(Failure failure) const {
    if (failure == http::error::body_limit) return 413;
    if (failure == http::error::header_limit || failure == http::error::buffer_overflow) return 431;
    if (failure == beast::error::timeout || failure == http::error::end_of_stream ||
        failure == http::error::partial_message ||
        failure.category() == asio::error::get_system_category() ||
        failure.category() == asio::error::get_misc_category())
      return std::nullopt;
    return 400;
  }

  Asked asked() const {
    const auto& request = parser_->get();
    auto header = [&](auto name) -> std::string_view {
      const beast::string_view value = request[name];
      return {value.data(), value.size()};
    };
    auto view = [](beast::string_view text) { return std::string_view(text.data(), text.size()); };
    return {view(request.method_string()),
            view(request.target()),
            request.body(),
            header(http::field::content_type),
            {header(http::field::host), header(http::field::origin), header("Sec-Fetch-Site"),
             header(http::field::authorization)}};
  }

  void write(Answered answered, bool keep) {
    const unsigned version = 11;
    response_.emplace(static_cast<http::status>(answered.status), version);
    auto& response = *response_;
    response.set(http::field::content_type, to_view(answered.content_type));
    response.set(http::field::cache_control, "no-store");
    response.set("X-Content-Type-Options", "nosniff");
    response.set("Referrer-Policy", "no-referrer");
    response.set("X-Frame-Options", "DENY");
    response.set("Cross-Origin-Resource-Policy", "same-origin");
    response.set("Cross-Origin-Opener-Policy", "same-origin");
    if (!answered.allow.empty()) response.set(http::field::allow, to_view(answered.allow));
    if (answered.status == 401) response.set(http::field::www_authenticate, "Bearer");
    response.keep_alive(keep && !all_.stopping());
    response.body() = std::move(answered.body);
    response.prepare_payload();
    stream_.expires_after(limits_.request);
    http::async_write(stream_, response,
                      beast::bind_front_handler(&Connection::was_written, shared_from_this()));
  }

  void was_written(Failure failure, std::size_t) {
    if (failure) return;
    const bool again = response_->keep_alive() && !all_.stopping();
    response_.reset();
    if (again) return read();
    stream_.socket().shutdown(tcp::socket::shutdown_send, failure);
    drain();
  }

  // What the other side still sends is read for a while, so that it gets to read the answer before the connection is reset.
  void drain() {
    stream_.expires_after(std::chrono::seconds(1));
    stream_.async_read_some(asio::buffer(drained_),
                            [self = shared_from_this()](Failure failure, std::size_t) {
                              if (!failure && ++self->drains_ < most_drains) self->drain();
                            });
  }

  static beast::string_view to_view(std::string_view text) { return {text.data(), text.size()}; }

  static constexpr int most_drains = 4096;

  beast::tcp_stream stream_;
  const Site& site_;
  const Limits& limits_;
  Connections& all_;
  beast::flat_buffer buffer_;
  std::optional<http::request_parser<http::string_body>> parser_;
  std::optional<http::response<http::string_body>> response_;
  bool reading_ = false;
  int drains_ = 0;
  std::array<char, 4096> drained_;
};

bool Connections::add(const std::shared_ptr<Connection>& connection) {
  const std::scoped_lock lock(guard_);
  ++count_;
  if (count_ > most_ || stopping()) return false;
  std::erase_if(open_, [](const auto& each) { return each.expired(); });
  open_.push_back(connection);
  return true;
}

void Connections::remove() {
  const std::scoped_lock lock(guard_);
  --count_;
}

void Connections::stop() {
  stopping_ = true;
  std::vector<std::shared_ptr<Connection>>
      open;  // let go of only after the lock: the last to hold one removes it
  {
    const std::scoped_lock lock(guard_);
    for (const auto& each : open_)
      if (auto connection = each.lock()) open.push_back(std::move(connection));
  }
  for (const auto& connection : open) connection->stop();
}

class Server {
 public:
  Server(unsigned short port, const Limits& limits)
      : limits_(limits),
        acceptor_(alone_),
        signals_(alone_, SIGINT, SIGTERM),
        waiting_(alone_),
        deadline_(alone_),
        connections_(limits.connections) {
    const tcp::endpoint loopback(asio::ip::address_v4::loopback(), port);
    acceptor_.open(loopback.protocol());
    acceptor_.set_option(asio::socket_base::reuse_address(true));
    acceptor_.bind(loopback);
    acceptor_.listen();
  }

  unsigned short port() const { return acceptor_.local_endpoint().port(); }

  void run(const Site& site) {
    site_ = &site;
    accept();
    signals_.async_wait([this](Failure failure, int) {
      if (!failure) stop();
    });
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < std::max(2u, std::thread::hardware_concurrency()); ++i)
      others.emplace_back([this] { io_.run(); });
    io_.run();
  }

 private:
  void accept() {
    acceptor_.async_accept(asio::make_strand(io_), [this](Failure failure, tcp::socket socket) {
      if (connections_.stopping()) return;
      if (!failure) {
        socket.set_option(tcp::no_delay(true), failure);
        auto connection =
            std::make_shared<Connection>(std::move(socket), *site_, limits_, connections_);
        if (connections_.add(connection)) connection->run();
      }
      if (failure == asio::error::no_descriptors) return accept_later();
      accept();
    });
  }

  // The system has no room for more: the next attempt waits for some to end.
  void accept_later() {
    waiting_.expires_after(std::chrono::milliseconds(100));
    waiting_.async_wait([this](Failure) {
      if (!connections_.stopping()) accept();
    });
  }

  void stop() {
    connections_.stop();
    acceptor_.close();
    deadline_.expires_after(limits_.stopping);
    deadline_.async_wait([this](Failure) { io_.stop(); });
    signals_.async_wait([this](Failure failure, int) {
      if (!failure) io_.stop();
    });
    watch();
  }

  // Once the last connection has ended nothing keeps the server but the two waits above.
  void watch() {
    waiting_.expires_after(std::chrono::milliseconds(10));
    waiting_.async_wait([this](Failure) {
      if (connections_.none()) return io_.stop();
      watch();
    });
  }

  const Limits limits_;
  asio::io_context io_;
  asio::strand<asio::io_context::executor_type> alone_ =
      asio::make_strand(io_);  // what is the server's own
  tcp::acceptor acceptor_;
  asio::signal_set signals_;
  asio::steady_timer waiting_, deadline_;
  Connections connections_;
  const Site* site_ = nullptr;
};

}  // namespace

void serve(unsigned short port, const Limits& limits,
           const std::function<Site(unsigned short port)>& ready) {
  std::optional<Server> server;
  try {
    server.emplace(port, limits);
  } catch (const boost::system::system_error& failure) {
    throw std::system_error(failure.code());  // Boost's own kind is no business of the callers
  }
  const Site site = ready(server->port());
  server->run(site);
}

}  // namespace comity::serve
