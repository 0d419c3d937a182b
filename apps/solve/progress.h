// A line of progress on standard error, for work over a second and only on a terminal; and the end of it where the person
// interrupts: what was found till then is kept and shown.
#pragma once
#include <chrono>
#include <string>

namespace comity::solve {

class Progress {
 public:
  Progress();
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void show(const std::string& what, std::size_t done, std::size_t all);
  void clear();

 private:
  bool terminal_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

// From now on an interrupt (Ctrl-C) ends the search and not the program; a second one ends the program.
void end_search_on_interrupt();

}  // namespace comity::solve
