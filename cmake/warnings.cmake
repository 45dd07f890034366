# Link to leibniz_warnings what is held to them: everything in this repository. Users of the library are not.
add_library(leibniz_warnings INTERFACE)
target_compile_options(leibniz_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
