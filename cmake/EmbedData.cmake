# Turns data/lexicon/*.tsv into one C++ source, so that the program needs no data files.
#
#   msmt_embed_lexicons(<folder> <variable>)   variable: path of the generated source
#   msmt_embed_snapshot(<target>)                object library: what the tables come to
#
# The text stays readable: raw string literals, cut at line ends into pieces below the 64 KiB that
# the C++ standard asks compilers to take. Nothing is left out, so line numbers in messages hold.
# The same file is the script that does it at build time, whenever a table changes.

if(NOT CMAKE_SCRIPT_MODE_FILE)
  set(MSMT_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_FILE}")

  function(msmt_embed_lexicons folder variable)
    file(GLOB tables CONFIGURE_DEPENDS "${folder}/*.tsv")
    set(source "${PROJECT_BINARY_DIR}/generated/lexicon_data.cpp")
    # A table that goes away changes the list, and with it the source.
    set(list "${PROJECT_BINARY_DIR}/generated/lexicon_data.list")
    file(CONFIGURE OUTPUT "${list}" CONTENT "${tables}" @ONLY)
    add_custom_command(
      OUTPUT "${source}"
      COMMAND "${CMAKE_COMMAND}" "-Dlist=${list}" "-Doutput=${source}" -P "${MSMT_EMBED_SCRIPT}"
      DEPENDS ${tables} "${list}" "${MSMT_EMBED_SCRIPT}"
      COMMENT "Embedding data/lexicon"
      VERBATIM)
    set(${variable} "${source}" PARENT_SCOPE)
  endfunction()

  # A program of the stages that work on the tables does at build time what else were done at each
  # start (src/lexicon/snapshot.hpp).
  function(msmt_embed_snapshot target)
    set(source "${PROJECT_BINARY_DIR}/generated/snapshot_data.cpp")
    add_executable(msmt_make_snapshot "${PROJECT_SOURCE_DIR}/cmake/make_snapshot.cpp")
    target_include_directories(msmt_make_snapshot PRIVATE "${PROJECT_SOURCE_DIR}/src")
    target_link_libraries(msmt_make_snapshot PRIVATE msmt_text msmt_lexicon msmt_extract msmt_claims)
    msmt_target_options(msmt_make_snapshot)
    if(CMAKE_CROSSCOMPILING)
      file(CONFIGURE OUTPUT "${source}" @ONLY
           CONTENT "#include \"lexicon/snapshot.hpp\"\nmsmt::Snapshot msmt::snapshot() { return {}; }\n")
    else()
      add_custom_command(
        OUTPUT "${source}"
        COMMAND msmt_make_snapshot "${source}"
        DEPENDS msmt_make_snapshot
        COMMENT "Compiling the rule tables"
        VERBATIM)
    endif()
    add_library(${target} OBJECT "${source}")
    target_compile_features(${target} PRIVATE cxx_std_20)
    target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/include"
                                                 "${PROJECT_SOURCE_DIR}/src")
    set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE ON UNITY_BUILD OFF)
  endfunction()

  return()
endif()

set(piece_bytes 32000)
set(mark "LEXICON")

file(READ "${list}" tables)
set(arrays "")
set(entries "")
foreach(table IN LISTS tables)
  get_filename_component(name "${table}" NAME_WE)
  file(READ "${table}" text)
  string(FIND "${text}" ")${mark}\"" found)
  if(NOT found EQUAL -1)
    message(FATAL_ERROR "${table}: contains )${mark}\": take it out")
  endif()
  set(pieces "")
  string(LENGTH "${text}" left)
  while(left GREATER 0)
    set(size ${left})
    if(left GREATER piece_bytes)
      string(SUBSTRING "${text}" 0 ${piece_bytes} head)
      string(FIND "${head}" "\n" newline REVERSE)
      if(newline EQUAL -1)
        message(FATAL_ERROR "${table}: a line is longer than ${piece_bytes} bytes: part it")
      endif()
      math(EXPR size "${newline} + 1")
    endif()
    string(SUBSTRING "${text}" 0 ${size} piece)
    string(SUBSTRING "${text}" ${size} -1 text)
    string(LENGTH "${text}" left)
    string(APPEND pieces "    R\"${mark}(${piece})${mark}\"sv,\n")
  endwhile()
  if(pieces STREQUAL "")
    set(pieces "    \"\"sv,\n")
  endif()
  string(MAKE_C_IDENTIFIER "pieces_${name}" identifier)
  string(APPEND arrays "constexpr std::string_view ${identifier}[] = {\n${pieces}};\n\n")
  file(SHA256 "${table}" digest)
  string(APPEND entries "    {\"${name}\"sv, \"${digest}\"sv, ${identifier}},\n")
endforeach()

set(begin "// Made from data/lexicon/*.tsv by cmake/EmbedData.cmake.
// NOLINTBEGIN
#include \"lexicon/embedded.hpp\"

namespace msmt {
namespace {

using std::string_view_literals::operator\"\"sv;

")
if(entries STREQUAL "")
  set(end "}  // namespace

std::span<const EmbeddedTable> embedded_tables() { return {}; }

}  // namespace msmt
")
else()
  set(end "constexpr EmbeddedTable kTables[] = {
${entries}};

}  // namespace

std::span<const EmbeddedTable> embedded_tables() { return kTables; }

}  // namespace msmt
")
endif()
file(WRITE "${output}" "${begin}${arrays}${end}// NOLINTEND\n")
