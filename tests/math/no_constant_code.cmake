# Fails if the object file defines or needs anything of leibniz::math::constant.
execute_process(COMMAND ${NM} -C ${OBJECT} OUTPUT_VARIABLE symbols COMMAND_ERROR_IS_FATAL ANY)
if(NOT symbols MATCHES "all_of_them<double>")
  message(FATAL_ERROR "no symbols of the program in\n${symbols}")
endif()
if(symbols MATCHES "[^\n]*math::constant::[^\n]*")
  message(FATAL_ERROR "code for constant expressions at run time: ${CMAKE_MATCH_0}")
endif()
