// Many rows in process: made-up couples all over the world, and in two places only, by one thread; beside a pure read of the
// same cells and beside the engine row by row. Prints rows a second and ratios; decides nothing itself.
// Arguments: rows of each set (100000).
#include <cstdio>
#include <cstdlib>

#include "columnar/evaluation.h"
#include "columnar/made_up_rows.h"
#include "measure.h"
#include "pack/pack.h"

namespace {

using namespace comity;
using columnar::Block;

std::uint64_t read_all(const std::vector<columnar::Cells>& columns) {
  std::uint64_t sum = 0;
  for (const columnar::Cells& cells : columns) {
    for (std::int32_t value : cells.values) sum += static_cast<std::uint32_t>(value);
    sum += read_all(cells.parts);
  }
  return sum;
}

template <class Work>
double rows_a_second(const std::vector<Block>& blocks, Work work) {
  std::size_t rows = 0;
  for (const Block& block : blocks) rows += block.rows;
  return static_cast<double>(rows) / bench::median<std::ratio<1>>(1, [&] {
           for (const Block& block : blocks) work(block);
         });
}

void measure(const ir::Law& law, const char* name, std::size_t rows,
             std::vector<std::int32_t> where) {
  columnar::MadeUpRows made(law, 5, std::move(where));
  std::vector<Block> blocks;
  for (std::size_t begin = 0; begin < rows; begin += 4096)
    blocks.push_back(made.block(begin, std::min<std::size_t>(4096, rows - begin)));
  columnar::Asking asking;
  asking.today = bench::today;
  asking.overrides.forum = ir::place_named(law, "RU");
  asking.overrides.on = base::parse_day("2026-01-01");
  std::uint64_t sink = 0;
  const double read = rows_a_second(blocks, [&](const Block& b) { sink += read_all(b.columns); });
  columnar::Evaluation evaluation(law, asking);
  std::vector<columnar::AnswerId> out(4096);
  auto answer = [&](const Block& b) { evaluation.answer(b, std::span(out).first(b.rows)); };
  const double first = rows_a_second(blocks, answer), again = rows_a_second(blocks, answer);
  const std::vector<Block> few(blocks.begin(), blocks.begin() + 1);
  const double engine = rows_a_second(few, [&](const Block& b) {
    for (std::size_t row = 0; row < b.rows; ++row)
      sink += columnar::decide_row(law, asking, b, row).depends_on.size();
  });
  std::printf("%s, %zu rows: %zu plans, %zu nodes, %zu answers\n", name, rows,
              evaluation.plans().plans(), evaluation.plans().nodes(), evaluation.answers().size());
  auto line = [&](const char* what, double rate) {
    std::printf("  %-34s %14.0f rows/s   %9.6f of the read   %8.1f times the engine\n", what, rate,
                rate / read, rate / engine);
  };
  line("pure read of the cells", read);
  line("batch, first time", first);
  line("batch, the same rows again", again);
  line("the engine, row by row", engine);
  if (sink == 0) std::printf("nothing was read\n");
}

}  // namespace

int main(int argc, char** argv) {
  diag::Diagnostics diagnostics;
  auto pack = pack::open_pack(COMITY_SOURCE_DIR "/build/release/comity.pack", diagnostics);
  if (!pack) return std::fprintf(stderr, "no law pack\n"), 1;
  const auto rows = static_cast<std::size_t>(argc > 1 ? std::atoll(argv[1]) : 100000);
  measure(pack->law, "weddings everywhere", rows, {});
  measure(pack->law, "weddings in DK and IT", rows,
          {ir::place_named(pack->law, "DK"), ir::place_named(pack->law, "IT")});
}
