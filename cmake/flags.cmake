# Compiler settings shared by every target, as one interface target per use.

option(COMITY_WERROR "Warnings are errors" OFF)
option(COMITY_PCH "Precompile the commonest standard headers" OFF)
option(COMITY_TESTS "Build tests/" OFF)
option(COMITY_BENCH "Build bench/" OFF)
option(COMITY_FUZZ "Build fuzz/ with libFuzzer (clang)" OFF)
option(COMITY_CCACHE "Use ccache where it is installed" ON)
set(COMITY_SANITIZE "" CACHE STRING "Value of -fsanitize=")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
add_compile_options(-fPIC)  # for libraries and programs alike, so that one precompiled header serves both
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
# Paths in messages and assertions do not depend on where the tree stands.
add_compile_options("-ffile-prefix-map=${CMAKE_SOURCE_DIR}/=")

if(COMITY_SANITIZE)
  add_compile_options("-fsanitize=${COMITY_SANITIZE}" -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options("-fsanitize=${COMITY_SANITIZE}")
endif()

if(COMITY_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

if(COMITY_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(COMITY_CCACHE_PROGRAM ccache)
  mark_as_advanced(COMITY_CCACHE_PROGRAM)
  if(COMITY_CCACHE_PROGRAM)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${COMITY_CCACHE_PROGRAM}")
    if(COMITY_PCH AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
      add_compile_options(-fpch-preprocess)
    endif()
  endif()
endif()

# gcc 12 sees uninitialised members and overrun strings where there are none, in inlined std::optional and std::string.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  add_compile_options(-Wno-maybe-uninitialized -Wno-array-bounds -Wno-restrict -Wno-stringop-overflow
                      -Wno-stringop-overread)
endif()

# clang unfolds the table of sentences (src/diag/sayings) through a fold deeper than it allows by itself.
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fbracket-depth=2048>)
endif()

# A cold start spends much of its time on resolving the names of shared libraries.
if(NOT COMITY_SANITIZE AND NOT COMITY_FUZZ)
  # Not where a library in C++ is loaded: one process, one standard library (targets.cmake sets the property).
  add_link_options("$<$<NOT:$<BOOL:$<TARGET_PROPERTY:COMITY_SHARED_STANDARD>>>:-static-libstdc++;-static-libgcc>" -Wl,-O1 -Wl,--as-needed)
endif()

add_library(comity_flags INTERFACE)
target_include_directories(comity_flags INTERFACE "${CMAKE_SOURCE_DIR}/src")
# A kind without its case, and a function without its return, break every build.
target_compile_options(comity_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Wnon-virtual-dtor
  -Woverloaded-virtual -Werror=switch -Werror=return-type
  $<$<BOOL:${COMITY_WERROR}>:-Werror>)

# Tests may be looser: gtest's and rapidcheck's macros are not ours.
add_library(comity_test_flags INTERFACE)
target_include_directories(comity_test_flags INTERFACE
  "${CMAKE_SOURCE_DIR}/src" "${CMAKE_SOURCE_DIR}/apps" "${CMAKE_SOURCE_DIR}/tests")
target_compile_definitions(comity_test_flags INTERFACE
  COMITY_SOURCE_DIR="${CMAKE_SOURCE_DIR}" COMITY_BINARY_DIR="${CMAKE_BINARY_DIR}")
target_compile_options(comity_test_flags INTERFACE
  -Wall -Wextra -Wno-dangling-else -Werror=switch -Werror=return-type $<$<BOOL:${COMITY_WERROR}>:-Werror>)

# One precompiled header, shared by all layers.
if(COMITY_PCH)
  add_library(comity_pch OBJECT "${CMAKE_SOURCE_DIR}/cmake/empty.cpp")
  target_link_libraries(comity_pch PRIVATE comity_flags)
  target_precompile_headers(comity_pch PRIVATE
    <algorithm> <array> <chrono> <cstdint> <functional> <map> <memory> <optional> <span> <string>
    <string_view> <unordered_map> <utility> <variant> <vector>)
endif()

# comity_common(<target>): flags and precompiled header.
function(comity_common target)
  target_link_libraries(${target} PRIVATE comity_flags)
  if(COMITY_PCH)
    target_precompile_headers(${target} REUSE_FROM comity_pch)
  endif()
endfunction()
