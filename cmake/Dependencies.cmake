# Everything that is not ours. An installed package is taken when it is recent enough; otherwise
# the pinned archive is downloaded and checked against its hash. Set
# FETCHCONTENT_TRY_FIND_PACKAGE_MODE to NEVER to always take the archives, to ALWAYS or
# FETCHCONTENT_FULLY_DISCONNECTED to ON to never download.
#
#   msmt_dependencies    what the sources of the library compile and link with

include(FetchContent)

# The archives were written for older CMake; CMake 4 wants to be told that this is meant.
if(NOT DEFINED CMAKE_POLICY_VERSION_MINIMUM)
  set(CMAKE_POLICY_VERSION_MINIMUM 3.5)
endif()

find_package(Threads REQUIRED)

# 2022-06-01 is the version of Debian 12 and needs no Abseil.
FetchContent_Declare(
  re2
  URL https://github.com/google/re2/archive/2022-06-01.tar.gz
  URL_HASH SHA256=f89c61410a072e5cbcf8c27e3a778da7d6fd2f2b5b1445cd4f4508bee946ab0f
  DOWNLOAD_EXTRACT_TIMESTAMP ON
  SYSTEM
  FIND_PACKAGE_ARGS)

FetchContent_Declare(
  fmt
  URL https://github.com/fmtlib/fmt/archive/9.1.0.tar.gz
  URL_HASH SHA256=5dea48d1fcddc3ec571ce2058e13910a0d4a6bab4cc09a809d8b1dd1c88ae6f2
  DOWNLOAD_EXTRACT_TIMESTAMP ON
  SYSTEM
  FIND_PACKAGE_ARGS)

FetchContent_Declare(
  nlohmann_json
  URL https://github.com/nlohmann/json/archive/v3.11.2.tar.gz
  URL_HASH SHA256=d69f9deb6a75e2580465c6c4c5111b89c4dc2fa94e3a85fcd2ffcd9a143d9273
  DOWNLOAD_EXTRACT_TIMESTAMP ON
  SYSTEM
  FIND_PACKAGE_ARGS 3.11)

FetchContent_Declare(
  CLI11
  URL https://github.com/CLIUtils/CLI11/archive/v2.3.2.tar.gz
  URL_HASH SHA256=aac0ab42108131ac5d3344a9db0fdf25c4db652296641955720a4fbe52334e22
  DOWNLOAD_EXTRACT_TIMESTAMP ON
  SYSTEM
  FIND_PACKAGE_ARGS 2.1)

FetchContent_Declare(
  Catch2
  URL https://github.com/catchorg/Catch2/archive/v2.13.10.tar.gz
  URL_HASH SHA256=d54a712b7b1d7708bc7a819a8e6e47b2fde9536f487b89ccbca295072a7d9943
  DOWNLOAD_EXTRACT_TIMESTAMP ON
  SYSTEM
  FIND_PACKAGE_ARGS 2.13)

function(msmt_make_dependencies)
  # Read by the archives' own build files only.
  set(BUILD_SHARED_LIBS OFF)
  set(BUILD_TESTING OFF)
  set(CMAKE_POSITION_INDEPENDENT_CODE ON)
  set(RE2_BUILD_TESTING OFF)
  set(FMT_INSTALL OFF)
  set(JSON_BuildTests OFF)
  set(JSON_Install OFF)
  set(CLI11_PRECOMPILED OFF)
  set(CLI11_BUILD_DOCS OFF)
  set(CLI11_BUILD_TESTS OFF)
  set(CLI11_BUILD_EXAMPLES OFF)
  set(CLI11_INSTALL OFF)
  set(CATCH_BUILD_TESTING OFF)
  set(CATCH_INSTALL_DOCS OFF)
  set(CATCH_INSTALL_HELPERS OFF)
  # option() leaves these alone also where an archive asks for older policies.
  set(CMAKE_POLICY_DEFAULT_CMP0077 NEW)

  set(wanted re2 fmt nlohmann_json)
  if(MSMT_BUILD_PROGRAM)
    list(APPEND wanted CLI11)
  endif()
  if(MSMT_BUILD_TESTS)
    list(APPEND wanted Catch2)
  endif()
  FetchContent_MakeAvailable(${wanted})
endfunction()
msmt_make_dependencies()

# Made from the sources, RE2 gets its alias only when it is installed.
if(TARGET re2 AND NOT TARGET re2::re2)
  add_library(re2::re2 ALIAS re2)
endif()

add_library(msmt_dependencies INTERFACE)
target_link_libraries(msmt_dependencies INTERFACE re2::re2 fmt::fmt-header-only
                                                  nlohmann_json::nlohmann_json Threads::Threads)
