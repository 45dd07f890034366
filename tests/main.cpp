// SPDX-License-Identifier: BSL-1.0
#define CATCH_CONFIG_MAIN  // Catch2 2; version 3 brings its main function as a library
#include "catch.hpp"
