# The Python module comity._comity, for the wheel that bindings/python/pyproject.toml describes.

find_package(Python 3.10 REQUIRED COMPONENTS Interpreter Development.Module)
execute_process(COMMAND "${Python_EXECUTABLE}" -m nanobind --cmake_dir
  OUTPUT_STRIP_TRAILING_WHITESPACE OUTPUT_VARIABLE nanobind_ROOT COMMAND_ERROR_IS_FATAL ANY)
find_package(nanobind CONFIG REQUIRED)

nanobind_add_module(_comity NB_STATIC "${CMAKE_SOURCE_DIR}/bindings/python/src/module.cpp")
set_target_properties(_comity PROPERTIES EXCLUDE_FROM_ALL TRUE LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/python")
target_include_directories(_comity PRIVATE "${CMAKE_SOURCE_DIR}/src")
# A module is position-independent, and Debian's static libsodium is not: the shared one comes first and has its symbols.
find_library(COMITY_sodium_SHARED NAMES libsodium.so REQUIRED)
target_link_libraries(_comity PRIVATE
  "-Wl,--no-as-needed" "${COMITY_sodium_SHARED}" "-Wl,--as-needed" capi frames sql pack nlohmann_json::nlohmann_json)
install(TARGETS _comity LIBRARY DESTINATION comity COMPONENT python)
install(FILES "${CMAKE_BINARY_DIR}/comity.pack" DESTINATION comity COMPONENT python)
