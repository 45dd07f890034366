# Each file is a mistake and its cure: with LEIBNIZ_OK defined it must compile, without it must not,
# and the message must be the one written in the file (see compile_fail.py). Flags are a user's, not ours.
function(leibniz_add_compile_fail_tests)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  set(folders $<TARGET_PROPERTY:leibniz,INTERFACE_INCLUDE_DIRECTORIES>)
  set(include "-I$<JOIN:${folders},;-I>")  # to be quoted: the semicolon belongs to the generator expression
  set(compile ${CMAKE_CXX_COMPILER} -std=c++20 -Wall -Wextra -c -o /dev/null)
  string(TOLOWER ${CMAKE_CXX_COMPILER_ID} compiler)
  foreach(source IN LISTS ARGN)
    cmake_path(GET source STEM name)
    add_test(NAME fail.${name}.ok
      COMMAND ${compile} "${include}" -DLEIBNIZ_OK ${source} COMMAND_EXPAND_LISTS)
    add_test(NAME fail.${name}.message
      COMMAND Python3::Interpreter ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/compile_fail.py
        ${compiler} ${source} ${compile} "${include}" COMMAND_EXPAND_LISTS)
  endforeach()
endfunction()
