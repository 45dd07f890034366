// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The version of the library, written here and nowhere else: CMake reads these lines.
#define LEIBNIZ_VERSION_MAJOR 0
#define LEIBNIZ_VERSION_MINOR 1
#define LEIBNIZ_VERSION_PATCH 0
