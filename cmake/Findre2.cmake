# Finds RE2 and makes re2::re2.
#
# A re2Config.cmake, where there is one, is used as it is (Homebrew, own builds). Debian's
# libre2-dev brings only a header, libre2.a and libre2.so: the static library is taken first, so
# that the program is one file to copy. Set RE2_USE_STATIC_LIBS to OFF for the shared one.
#
#   RE2_INCLUDE_DIR, RE2_LIBRARY    what was found, to be set by hand where that fails

if(TARGET re2::re2)
  set(re2_FOUND TRUE)
  return()
endif()

find_package(re2 CONFIG QUIET)
if(re2_FOUND AND TARGET re2::re2)
  return()
endif()

option(RE2_USE_STATIC_LIBS "Prefer libre2.a over libre2.so" ON)

find_package(Threads REQUIRED)
find_path(RE2_INCLUDE_DIR re2/re2.h)
if(RE2_USE_STATIC_LIBS)
  find_library(RE2_LIBRARY NAMES ${CMAKE_STATIC_LIBRARY_PREFIX}re2${CMAKE_STATIC_LIBRARY_SUFFIX} re2)
else()
  find_library(RE2_LIBRARY NAMES re2)
endif()
mark_as_advanced(RE2_INCLUDE_DIR RE2_LIBRARY)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(re2 REQUIRED_VARS RE2_LIBRARY RE2_INCLUDE_DIR)

if(re2_FOUND)
  add_library(re2::re2 UNKNOWN IMPORTED)
  set_target_properties(
    re2::re2
    PROPERTIES IMPORTED_LOCATION "${RE2_LIBRARY}"
               INTERFACE_INCLUDE_DIRECTORIES "${RE2_INCLUDE_DIR}"
               INTERFACE_LINK_LIBRARIES Threads::Threads)
endif()
