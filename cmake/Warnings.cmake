# What every target of this project is compiled with: warnings, sanitizers, hardening, paths that
# do not depend on where the tree lies. Other people's targets are left alone.

function(msmt_target_options target)
  target_compile_options(
    ${target}
    PRIVATE -Wall
            -Wextra
            -Wpedantic
            -Wshadow
            -Wconversion
            -Wsign-conversion
            -Wold-style-cast
            -Wcast-align
            -Wcast-qual
            -Wnon-virtual-dtor
            -Woverloaded-virtual
            -Wdouble-promotion
            -Wformat=2
            -Wimplicit-fallthrough
            -Wundef
            $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond>
            $<$<CXX_COMPILER_ID:GNU>:-Wlogical-op>
            $<$<CXX_COMPILER_ID:GNU>:-Wextra-semi>
            # GCC 12 and 13 see overlaps in std::string that are not there (GCC bug 105651).
            $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,14>>:-Wno-restrict>
            $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,14>>:-Wno-maybe-uninitialized>
            $<$<BOOL:${MSMT_WERROR}>:-Werror>)

  # The same source makes the same bytes, wherever it is built.
  target_compile_options(${target} PRIVATE "-ffile-prefix-map=${PROJECT_BINARY_DIR}/=build/"
                                           "-ffile-prefix-map=${PROJECT_SOURCE_DIR}/=")

  if(MSMT_SANITIZE)
    list(JOIN MSMT_SANITIZE "," sanitizers)
    target_compile_options(${target} PRIVATE -fsanitize=${sanitizers} -fno-omit-frame-pointer
                                             -fno-sanitize-recover=all)
    target_link_options(${target} PRIVATE -fsanitize=${sanitizers})
  else()
    target_compile_options(
      ${target}
      PRIVATE -fstack-protector-strong
              "$<$<CONFIG:Release,RelWithDebInfo,MinSizeRel>:-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=2>")
    if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
      target_compile_options(${target} PRIVATE -fstack-clash-protection)
      target_link_options(${target} PRIVATE "LINKER:-z,relro,-z,now,-z,noexecstack"
                          "$<$<STREQUAL:$<TARGET_PROPERTY:${target},TYPE>,EXECUTABLE>:-pie>")
    endif()
  endif()
  target_compile_definitions(${target} PRIVATE $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)

  if(MSMT_FUZZ)
    target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link)
  endif()
endfunction()

# clang-tidy for the sources of one target, when MSMT_CLANG_TIDY asks for it. g++ flags that clang
# does not know are no finding.
function(msmt_target_tidy target)
  if(NOT MSMT_CLANG_TIDY)
    return()
  endif()
  find_program(CLANG_TIDY_PROGRAM NAMES clang-tidy-14 clang-tidy REQUIRED)
  mark_as_advanced(CLANG_TIDY_PROGRAM)
  set_target_properties(
    ${target} PROPERTIES CXX_CLANG_TIDY
                         "${CLANG_TIDY_PROGRAM};--quiet;--extra-arg=-Wno-unknown-warning-option")
  # Other rules: look at everything again.
  get_target_property(sources ${target} SOURCES)
  list(FILTER sources EXCLUDE REGEX "^\\$<")
  set_property(SOURCE ${sources} APPEND PROPERTY OBJECT_DEPENDS "${PROJECT_SOURCE_DIR}/.clang-tidy")
endfunction()
