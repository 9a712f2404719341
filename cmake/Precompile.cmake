# Headers that nearly every source includes, parsed once instead of 150 times: that is a third of the time of a
# build. Each source still includes what it needs; the
# builds without (-DMSMT_PRECOMPILE=OFF, clang-tidy) hold it to that.
#
#   msmt_precompile(<target> [<header>...])    makes them for this target, with more headers than the usual
#   msmt_precompiled_by(<target> <other>)        takes those of another target, which has the same flags

# ccache knows sources by what the preprocessor makes of them, and finds more without.
if(CMAKE_CXX_COMPILER_LAUNCHER MATCHES "ccache")
  set(precompile OFF)
else()
  set(precompile ON)
endif()
option(MSMT_PRECOMPILE "Precompile the headers that most sources include" ${precompile})

function(msmt_precompile target)
  if(NOT MSMT_PRECOMPILE)
    return()
  endif()
  target_precompile_headers(
    ${target}
    PRIVATE <algorithm>
            <array>
            <charconv>
            <cstdint>
            <functional>
            <map>
            <memory>
            <optional>
            <set>
            <span>
            <string>
            <string_view>
            <tuple>
            <unordered_map>
            <utility>
            <variant>
            <vector>
            ${ARGN})
endfunction()

function(msmt_precompiled_by target other)
  if(MSMT_PRECOMPILE)
    target_precompile_headers(${target} REUSE_FROM ${other})
  endif()
endfunction()
