# build/wasm/comity.wasm: the core behind its C interface, for wasm32. Preset `wasm`; scripts/wasm.sh makes it.
# Left out of the core: compiling law (syntax, meaning), reading YAML, files and threads. What stands instead is in apps/wasm.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

set(layers base text diag ir interp exact engine casefile pack capi)
set(left_out
  ir/from_meaning.cpp ir/lower_expression.cpp ir/verify.cpp
  engine/share_out.cpp
  casefile/from_yaml.cpp casefile/yaml_problems.cpp
  pack/map_file.cpp pack/sha256.cpp pack/signature.cpp pack/write.cpp)
set(sources "")
foreach(layer IN LISTS layers)
  file(GLOB found CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/src/${layer}/*.cpp")
  list(APPEND sources ${found})
endforeach()
foreach(file IN LISTS left_out)
  if(NOT EXISTS "${CMAKE_SOURCE_DIR}/src/${file}")
    message(FATAL_ERROR "cmake/wasm.cmake leaves out src/${file}, which is not there")
  endif()
  list(REMOVE_ITEM sources "${CMAKE_SOURCE_DIR}/src/${file}")
endforeach()
file(GLOB own CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/apps/wasm/*.cpp")

# Header-only libraries of the host, each by a link of its own: the host's other headers are not for this target.
set(borrowed "${CMAKE_BINARY_DIR}/borrowed")
file(MAKE_DIRECTORY "${borrowed}")
foreach(library nlohmann fmt)
  if(NOT EXISTS "/usr/include/${library}")
    message(FATAL_ERROR "/usr/include/${library} was not found; scripts/packages.txt lists the packages needed")
  endif()
  file(CREATE_LINK "/usr/include/${library}" "${borrowed}/${library}" SYMBOLIC)
endforeach()

file(GLOB blake3_found /usr/share/cargo/registry/blake3-*/c)
set(COMITY_BLAKE3 "${blake3_found}" CACHE PATH "The folder c/ of BLAKE3's sources")
# ref10 in C, from the npm package ed25519-supercop; scripts/wasm.sh puts it there.
set(COMITY_ED25519 "${CMAKE_SOURCE_DIR}/scripts/wasm/node_modules/ed25519-supercop/vendor/ed25519/src"
  CACHE PATH "The folder of ed25519.h and its sources")
foreach(header "${COMITY_BLAKE3}/blake3.h" "${COMITY_ED25519}/ed25519.h")
  if(NOT EXISTS "${header}")
    message(FATAL_ERROR "${header} was not found; scripts/wasm.sh makes this build and installs what it needs")
  endif()
endforeach()
set(c_sources "${COMITY_BLAKE3}/blake3.c" "${COMITY_BLAKE3}/blake3_dispatch.c" "${COMITY_BLAKE3}/blake3_portable.c")
foreach(file fe ge sc sha512 verify)
  list(APPEND c_sources "${COMITY_ED25519}/${file}.c")
endforeach()

include(cmake/law_layout.cmake)
add_executable(comity_wasm ${sources} ${own} ${c_sources})
set_target_properties(comity_wasm PROPERTIES OUTPUT_NAME comity SUFFIX .wasm)
target_include_directories(comity_wasm PRIVATE "${CMAKE_SOURCE_DIR}/src")
target_include_directories(comity_wasm SYSTEM PRIVATE "${borrowed}" "${COMITY_BLAKE3}" "${COMITY_ED25519}")
# Nothing throws: nlohmann's parser is given callbacks, and its writer replaces what is no UTF-8.
target_compile_definitions(comity_wasm PRIVATE ${COMITY_LAW_LAYOUT} JSON_NOEXCEPTION FMT_HEADER_ONLY=1 FMT_EXCEPTIONS=0)
target_compile_options(comity_wasm PRIVATE -msimd128 -mbulk-memory -fno-exceptions -fvisibility=hidden
  -ffunction-sections -fdata-sections "-ffile-prefix-map=${CMAKE_SOURCE_DIR}/="
  $<$<COMPILE_LANGUAGE:CXX>:-fbracket-depth=2048 -fno-rtti -Wall -Wextra>)
target_link_options(comity_wasm PRIVATE -mexec-model=reactor -Wl,--gc-sections -Wl,--strip-all -Wl,-z,stack-size=1048576
  -Wl,--initial-memory=33554432 -Wl,--max-memory=1073741824)
foreach(function comity_abi comity_version comity_open comity_close comity_call comity_free comity_allocate comity_release)
  target_link_options(comity_wasm PRIVATE "-Wl,--export=${function}")
endforeach()
