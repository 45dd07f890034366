# SPDX-License-Identifier: BSL-1.0
"""Where the peers are: their headers and libraries, for a compiler's command line."""
import subprocess

LIBRARIES = ["-ladolc", "-ltrilinos_sacado", "-ltrilinos_teuchoscore", "-ltrilinos_teuchoscomm", "-lpthread"]


def includes():
    folders = ["/usr/include/eigen3", "/usr/include/trilinos"]
    mpi = subprocess.run(["mpicxx", "--showme:incdirs"], capture_output=True, text=True)  # Sacado includes its header
    if mpi.returncode == 0:
        folders += mpi.stdout.split()
    return ["-DOMPI_SKIP_MPICXX", *(f"-isystem{folder}" for folder in folders)]
