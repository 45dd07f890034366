# Other libraries, for examples and tests: without its target, what needs a library is skipped, and the test says which
# package of Debian brings it. Ceres is looked for by hand, since its own package asks for more than it needs here.
set(package_of_Eigen3::Eigen libeigen3-dev)
set(package_of_NLopt::nlopt libnlopt-cxx-dev)
set(package_of_TBB::tbb libtbb-dev)
set(package_of_leibniz_mpi "libopenmpi-dev openmpi-bin")
set(package_of_leibniz_ceres libceres-dev)
set(package_of_leibniz_xsimd "libxsimd-dev, version 8 or later")
find_package(Eigen3 3.3 QUIET NO_MODULE)
find_package(NLopt QUIET)
find_package(TBB QUIET)  # under std::execution::par of GCC's library
set(MPI_CXX_SKIP_MPICXX ON)
find_package(MPI QUIET COMPONENTS CXX)
if(TARGET MPI::MPI_CXX AND MPIEXEC_EXECUTABLE)
  add_library(leibniz_mpi INTERFACE)
  target_link_libraries(leibniz_mpi INTERFACE MPI::MPI_CXX)
endif()

find_path(CERES_INCLUDE_DIR ceres/ceres.h)
find_library(CERES_LIBRARY ceres)
find_library(GLOG_LIBRARY glog)
mark_as_advanced(CERES_INCLUDE_DIR CERES_LIBRARY GLOG_LIBRARY)
if(TARGET Eigen3::Eigen AND CERES_INCLUDE_DIR AND CERES_LIBRARY AND GLOG_LIBRARY)
  add_library(leibniz_ceres INTERFACE)
  target_include_directories(leibniz_ceres SYSTEM INTERFACE ${CERES_INCLUDE_DIR})
  target_link_libraries(leibniz_ceres INTERFACE ${CERES_LIBRARY} ${GLOG_LIBRARY} Eigen3::Eigen)
endif()

# uBLAS, under Boost.Odeint, uses what C++17 deprecates.
add_library(leibniz_odeint INTERFACE)
target_compile_options(leibniz_odeint INTERFACE -Wno-deprecated-declarations)
target_link_libraries(leibniz_odeint INTERFACE Boost::headers)

# By hand, since the package of Debian links another library that it does not install. Version 7 is another interface.
find_path(XSIMD_INCLUDE_DIR xsimd/xsimd.hpp)
mark_as_advanced(XSIMD_INCLUDE_DIR)
if(XSIMD_INCLUDE_DIR)
  file(STRINGS ${XSIMD_INCLUDE_DIR}/xsimd/config/xsimd_config.hpp xsimd_version REGEX "define XSIMD_VERSION_MAJOR")
  string(REGEX REPLACE "[^0-9]" "" xsimd_version "${xsimd_version}")
endif()
if(XSIMD_INCLUDE_DIR AND xsimd_version GREATER_EQUAL 8)
  add_library(leibniz_xsimd INTERFACE)
  target_include_directories(leibniz_xsimd SYSTEM INTERFACE ${XSIMD_INCLUDE_DIR})
endif()
