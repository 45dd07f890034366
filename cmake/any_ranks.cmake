# cmake -D mpiexec=… -D program=… -D data=… -P any_ranks.cmake: the program succeeds and prints the same with 1, 2, 3 and
# 4 ranks of MPI.

# Of Open MPI: root may start programs (in containers one is root), there may be more ranks than cores, and ranks do not
# read each other's memory (which containers forbid). It leaks a little, which a sanitized build would report.
set(ENV{OMPI_ALLOW_RUN_AS_ROOT} 1)
set(ENV{OMPI_ALLOW_RUN_AS_ROOT_CONFIRM} 1)
set(ENV{OMPI_MCA_rmaps_base_oversubscribe} 1)
set(ENV{PRTE_MCA_rmaps_default_mapping_policy} :oversubscribe)  # the same, of Open MPI 5
set(ENV{OMPI_MCA_btl_vader_single_copy_mechanism} none)
set(ENV{ASAN_OPTIONS} "$ENV{ASAN_OPTIONS}:detect_leaks=0")

foreach(ranks IN ITEMS 1 2 3 4)
  execute_process(COMMAND ${mpiexec} -n ${ranks} ${program} ${data}
    RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE errors)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${ranks} ranks: ${result}\n${output}\n${errors}")
  endif()
  if(NOT DEFINED first)
    set(first "${output}")
  endif()
  if(output STREQUAL "" OR NOT output STREQUAL first)
    message(FATAL_ERROR "${ranks} ranks print\n${output}\n1 rank prints\n${first}")
  endif()
endforeach()
message("1, 2, 3 and 4 ranks print\n${first}")
