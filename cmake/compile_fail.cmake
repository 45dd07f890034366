# Each file is a mistake and its cure: with LEIBNIZ_OK defined it must compile, without it must not,
# and the message must be the one written in the file (see compile_fail.py). Flags are a user's, not ours.
# The library's header is compiled once, in advance, with these flags: 0.2 s a file instead of 0.8 s.
function(leibniz_add_compile_fail_tests)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  set(folders $<TARGET_PROPERTY:leibniz,INTERFACE_INCLUDE_DIRECTORIES>)
  set(include "-I$<JOIN:${folders},;-I>")  # to be quoted: the semicolon belongs to the generator expression
  set(compile ${CMAKE_CXX_COMPILER} -std=c++20 -Wall -Wextra)
  string(TOLOWER ${CMAKE_CXX_COMPILER_ID} compiler)

  set(header ${CMAKE_CURRENT_BINARY_DIR}/in_advance.hpp)
  file(CONFIGURE OUTPUT ${header} CONTENT "#include <leibniz/leibniz.hpp>\n")
  if(compiler STREQUAL gnu)
    set(compiled ${header}.gch)  # which -include finds by itself
    set(in_advance -include ${header})
  else()
    set(compiled ${header}.pch)
    set(in_advance -include-pch ${compiled})
  endif()
  add_custom_command(OUTPUT ${compiled} DEPENDS ${header} DEPFILE ${compiled}.d
    COMMAND ${compile} "${include}" -x c++-header ${header} -o ${compiled} -MD -MF ${compiled}.d -MT ${compiled}
    COMMAND_EXPAND_LISTS VERBATIM)
  add_custom_target(compile_fail_header ALL DEPENDS ${compiled})

  list(APPEND compile ${in_advance} -c -o /dev/null)
  foreach(source IN LISTS ARGN)
    cmake_path(GET source STEM name)
    add_test(NAME fail.${name}.ok COMMAND ${compile} "${include}" -DLEIBNIZ_OK ${source} COMMAND_EXPAND_LISTS)
    add_test(NAME fail.${name}.message
      COMMAND Python3::Interpreter ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/compile_fail.py
        ${compiler} ${source} ${compile} "${include}" COMMAND_EXPAND_LISTS)
  endforeach()
endfunction()
