// The part of Boost's header-only libraries that need be compiled only once.
#include <boost/asio/impl/src.hpp>
#include <boost/beast/src.hpp>
