// Compiled once and linked into every test program: Catch2 2.13 makes main() here.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
