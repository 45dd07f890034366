# leibniz_add_skipped_test(NAME WANT): CTest shows the test NAME as skipped, for want of WANT.
function(leibniz_add_skipped_test name want)
  add_test(NAME ${name} COMMAND ${CMAKE_COMMAND} -E echo "skipped for want of ${want}: ${name}")
  set_tests_properties(${name} PROPERTIES SKIP_REGULAR_EXPRESSION "^skipped for want of ")
endfunction()

# leibniz_skip_without(RESULT NAME LIBRARY...): where one of the libraries is missing, RESULT is true and the test NAME skipped.
function(leibniz_skip_without result name)
  set(${result} FALSE PARENT_SCOPE)
  foreach(library IN LISTS ARGN)
    if(NOT TARGET ${library})
      leibniz_add_skipped_test(${name} "${package_of_${library}}")
      set(${result} TRUE PARENT_SCOPE)
      return()
    endif()
  endforeach()
endfunction()
