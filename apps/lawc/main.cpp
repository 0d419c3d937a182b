// lawc: compiles a folder of law text into the signed law pack.
//   lawc LAWDIR OUT.pack     exit 0 written, 2 bad usage, 3 the law does not compile, 4 internal error
//   lawc --check LAWDIR      the same without writing
#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>

#include "diag/render.h"
#include "ir/from_meaning.h"
#include "ir/verify.h"
#include "meaning/from_syntax.h"
#include "pack/pack.h"

namespace {

using namespace comity;

enum Exit : int { done = 0, bad_usage = 2, law_broken = 3, internal_error = 4 };

struct Arguments {
  std::string law, pack;
  bool check = false;
};

// One compilation: each stage takes the product of the one before, and prints nothing.
struct Compilation {
  const Arguments& arguments;
  text::SourceSet sources;
  diag::Diagnostics diagnostics;
  std::vector<meaning::InputFile> files;
  ir::Builder builder;

  bool read() { return meaning::read_law_folder(arguments.law, files, diagnostics); }

  bool compile() {
    std::filesystem::path root(arguments.law);
    meaning::Options options{(root.has_filename() ? root : root.parent_path()).generic_string(),
                             std::nullopt};
    auto law = meaning::from_syntax(files, options, sources, diagnostics);
    if (!law) return false;
    builder = ir::from_meaning(*law);
    for (ir::LawFile& file : builder.files) seal(file, options.root);
    return ir::verify(builder.view(), diagnostics);
  }

  void seal(ir::LawFile& file, const std::string& root) {
    std::string path(builder.str(file.path));
    for (const meaning::InputFile& input : files)
      if (root + "/" + input.path == path) {
        auto hash = pack::sha256_of(input.bytes);
        std::copy(hash.begin(), hash.end(), file.sha256);
      }
  }

  bool write() { return arguments.check || pack::write_pack(arguments.pack, builder, diagnostics); }

  void report() const {
    std::string text = diag::render(sources, diagnostics);
    std::fwrite(text.data(), 1, text.size(), stderr);
  }
};

int run(const Arguments& arguments) {
  Compilation compilation{arguments, {}, {}, {}, {}};
  int status = !compilation.read()      ? bad_usage
               : !compilation.compile() ? law_broken
               : !compilation.write()   ? internal_error
                                        : done;
  compilation.report();
  return status;
}

}  // namespace

int main(int argc, char** argv) {
  Arguments arguments;
  CLI::App app{"Compiles law text into a law pack.", "lawc"};
  app.add_option("law", arguments.law, "Folder of law text")->required()->type_name("LAWDIR");
  auto* pack = app.add_option("pack", arguments.pack, "The pack to write")->type_name("OUT.pack");
  auto* check = app.add_flag("--check", arguments.check, "Compile and write nothing");
  pack->excludes(check);
  try {
    app.parse(argc, argv);
    if (!arguments.check && arguments.pack.empty()) throw CLI::RequiredError("pack");
    return run(arguments);
  } catch (const CLI::Success& shown) {
    return app.exit(shown);
  } catch (const CLI::ParseError& error) {
    std::fprintf(stderr, "lawc: %s\nusage: lawc LAWDIR OUT.pack, or lawc --check LAWDIR\n",
                 error.what());
    return bad_usage;
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "lawc: internal error: %s\n", failure.what());
    return internal_error;
  }
}
